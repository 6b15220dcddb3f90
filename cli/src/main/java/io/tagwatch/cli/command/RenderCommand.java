package io.tagwatch.cli.command;

import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.cli.render.RenderedHtml;
import io.tagwatch.cli.render.Rendering;
import io.tagwatch.cli.render.SampleChannels;
import io.tagwatch.cli.render.Sending;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Suggestion;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows what stored events become on each channel. Sends nothing and reads no secret, unless asked
 * to send.
 */
@Command(
    name = "render",
    description =
        "Show what a stored event becomes on each channel: its payload and what people would read.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch render alarm.json                        as every type of channel shows it",
      "  tagwatch render alarm.json --channel slack        one of them",
      "  tagwatch render alarm.json --config config        as the channels configured there show it",
      "  tagwatch render *.json --html > messages.html",
      "  tagwatch render *.json --digest --channel slack   the alarms in one message, as in a storm",
      "  tagwatch render alarm.json --config config --channel ops --send",
      "  pbpaste | tagwatch render - --json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCodes.FINE_HELP,
      "1:a service did not take what was sent",
      "2:a file is missing or holds no message, or no such channel"
    })
final class RenderCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "SQS or SNS event, SNS envelope, alarm message, EventBridge event, any JSON or text; - is"
              + " standard input.")
  private List<Path> files;

  @Option(
      names = "--channel",
      paramLabel = "NAME",
      description = "Only this channel: its name, or a type such as slack.")
  private String channel;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Folder of a channels.yaml. Default: one channel of each type.")
  private Path config;

  @Option(
      names = "--digest",
      description =
          "The alarms of all files as if they came at once: in as few messages as each channel can"
              + " hold.")
  private boolean digest;

  @Option(names = "--html", description = "Print a page that shows the messages.")
  private boolean html;

  @Option(names = "--json", description = "Print the payloads as one JSON array.")
  private boolean json;

  @Option(
      names = "--send",
      description =
          "Send it to the channels of --config, whatever their filters, and say what the services"
              + " answer. Secrets are read as the function reads them.")
  private boolean send;

  RenderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (html && json) {
      throw UserError.usage("--html and --json exclude each other; choose one of them");
    }
    if (send) {
      return sent();
    }
    Rendering rendering = new Rendering(wanted());
    List<RenderPrinter.FromFile> messages = new ArrayList<>();
    List<EventFiles.StoredEvent> events = EventFiles.read(files);
    if (digest) {
      messages.add(new RenderPrinter.FromFile(names(events), rendering.together(bytes(events))));
    } else {
      for (EventFiles.StoredEvent event : events) {
        messages.add(new RenderPrinter.FromFile(event.file(), rendering.event(event.bytes())));
      }
    }
    if (html) {
      terminal.say(
          RenderedHtml.of(messages.stream().flatMap(it -> it.messages().stream()).toList()));
    } else if (json) {
      printer().jsonOf(messages);
    } else {
      messages.forEach(printer()::print);
    }
    return ExitCodes.FINE;
  }

  private RenderPrinter printer() {
    return new RenderPrinter(terminal, files.size() > 1 && !digest);
  }

  private static String names(List<EventFiles.StoredEvent> events) {
    return events.stream().map(EventFiles.StoredEvent::file).collect(Collectors.joining(" "));
  }

  private static List<byte[]> bytes(List<EventFiles.StoredEvent> events) {
    return events.stream().map(EventFiles.StoredEvent::bytes).toList();
  }

  /** Nothing is sent unless every file can be. */
  private int sent() {
    if (config == null) {
      throw UserError.usage("--send needs --config DIR, the folder of your channels.yaml");
    }
    if (html) {
      throw UserError.usage("--send and --html exclude each other; render first, then send");
    }
    List<EventFiles.StoredEvent> events = EventFiles.read(files);
    Sending sending = new Sending(wanted(), Environment.ofProcess());
    List<Sending.Verdict> all = new ArrayList<>();
    if (digest) {
      told(names(events), sending.together(bytes(events)), all);
    } else {
      events.forEach(event -> told(event.file(), sending.event(event.bytes()), all));
    }
    if (json) {
      printer().json(all);
    }
    return all.stream().allMatch(Sending.Verdict::sent) ? ExitCodes.FINE : ExitCodes.FINDING;
  }

  private void told(String file, List<Sending.Verdict> verdicts, List<Sending.Verdict> all) {
    all.addAll(verdicts);
    if (!json) {
      printer().print(file, verdicts);
    }
  }

  private ChannelsConfig wanted() {
    ChannelsConfig configured =
        config == null ? new ChannelsConfig(SampleChannels.all()) : configured();
    return channel == null
        ? configured
        : new ChannelsConfig(some(configured.channels()), configured.accounts());
  }

  private List<ConfiguredChannel> some(List<ConfiguredChannel> all) {
    List<ConfiguredChannel> some =
        all.stream().filter(c -> c.name().equals(channel) || c.type().equals(channel)).toList();
    if (some.isEmpty()) {
      List<String> known =
          all.stream().flatMap(c -> Stream.of(c.name(), c.type())).distinct().toList();
      throw UserError.usage(
          "there is no channel \"%s\"%s"
              .formatted(
                  channel,
                  Suggestion.nearest(channel, known)
                      .map(near -> "; did you mean \"" + near + "\"?")
                      .orElse("; choose one of " + String.join(", ", known))));
    }
    return some;
  }

  private ChannelsConfig configured() {
    ConfigFile file = new ConfigFolder(config).read("channels");
    ChannelsConfig channels = ChannelsConfig.read(file);
    file.problems().throwIfAny();
    return channels;
  }
}
