package io.tagwatch.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.cli.page.chat.ChatText;
import io.tagwatch.cli.render.Rendered;
import io.tagwatch.cli.render.RenderedHtml;
import io.tagwatch.cli.render.Rendering;
import io.tagwatch.cli.render.SampleChannels;
import io.tagwatch.cli.render.Sending;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Suggestion;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
  private static final ObjectMapper JSON = new ObjectMapper();

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
    if (send) {
      return sent();
    }
    Rendering rendering = new Rendering(wanted());
    List<Rendered> messages = new ArrayList<>();
    for (Path file : files) {
      List<Rendered> some = rendering.event(event(file));
      if (some.isEmpty()) {
        throw UserError.usage("the file " + file + " holds no message: its Records are empty");
      }
      messages.addAll(some);
    }
    if (html) {
      terminal.say(RenderedHtml.of(messages));
    } else if (json) {
      terminal.say(asJson(messages));
    } else {
      messages.forEach(this::print);
    }
    return ExitCodes.FINE;
  }

  private int sent() {
    if (config == null) {
      throw UserError.usage("--send needs --config DIR, the folder of your channels.yaml");
    }
    if (html) {
      throw UserError.usage("--send and --html exclude each other; render first, then send");
    }
    Sending sending = new Sending(wanted(), Environment.ofProcess());
    List<Sending.Verdict> verdicts = new ArrayList<>();
    files.forEach(file -> verdicts.addAll(sending.event(event(file))));
    if (json) {
      terminal.say(JSON.valueToTree(verdicts).toPrettyString());
    } else {
      verdicts.forEach(this::print);
    }
    return verdicts.stream().allMatch(Sending.Verdict::sent) ? ExitCodes.FINE : ExitCodes.FINDING;
  }

  private void print(Sending.Verdict verdict) {
    Style style = terminal.style();
    terminal.say(
        style.bold("#" + verdict.channel())
            + "  "
            + verdict.verdict()
            + style.dim("  " + verdict.message()));
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

  private static byte[] event(Path file) {
    byte[] event = read(file);
    if (new String(event, StandardCharsets.UTF_8).isBlank()) {
      String what = file.toString().equals("-") ? "standard input" : "the file " + file;
      throw UserError.usage(what + " is empty; give it an event, an alarm's message or any text");
    }
    return event;
  }

  private static byte[] read(Path file) {
    try {
      return file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw UserError.usage("the file " + file + " is not there");
    } catch (IOException e) {
      throw UserError.usage("the file " + file + " cannot be read: " + e.getMessage());
    }
  }

  private void print(Rendered rendered) {
    Style style = terminal.style();
    terminal.say(style.bold("#" + rendered.channel()) + style.dim("  (" + rendered.type() + ")"));
    terminal.say("  " + rendered.message().preview());
    List<String> lines =
        style == Style.COLOUR
            ? ChatText.styledLines(rendered.message())
            : ChatText.lines(rendered.message());
    lines.forEach(line -> terminal.say("  │ " + line));
    pretty(rendered.payload()).lines().forEach(line -> terminal.say(style.dim("  " + line)));
    terminal.say("");
  }

  private static String pretty(String payload) {
    try {
      return JSON.readTree(payload).toPrettyString();
    } catch (JsonProcessingException notJson) {
      return payload;
    }
  }

  private static String asJson(List<Rendered> messages) throws JsonProcessingException {
    ArrayNode array = JSON.createArrayNode();
    for (Rendered rendered : messages) {
      ObjectNode item = array.addObject();
      item.put("channel", rendered.channel()).put("type", rendered.type());
      item.put("preview", rendered.message().preview());
      item.set("payload", JSON.readTree(rendered.payload()));
    }
    return array.toPrettyString();
  }
}
