package io.tagwatch.cli.command;

import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.cli.config.Configuration;
import io.tagwatch.cli.page.Page;
import io.tagwatch.cli.pipeline.Deployment;
import io.tagwatch.cli.pipeline.Ec2Relay;
import io.tagwatch.cli.pipeline.GivenUp;
import io.tagwatch.cli.pipeline.LambdaFunctions;
import io.tagwatch.cli.pipeline.Pipeline;
import io.tagwatch.cli.render.Scenes;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.cli.up.Deliveries;
import io.tagwatch.cli.up.FirstProbe;
import io.tagwatch.cli.up.Herald;
import io.tagwatch.cli.up.Journal;
import io.tagwatch.cli.up.JournalSink;
import io.tagwatch.cli.up.Rounds;
import io.tagwatch.cli.up.Voices;
import io.tagwatch.common.config.Durations;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.notify.config.ChannelsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Watches a person's own endpoints and tells their own channels, until it is interrupted. */
@Command(
    name = "up",
    description =
        "Watch the endpoints of checks.yaml and tell the channels of channels.yaml, without AWS.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  SLACK_WEBHOOK=https://hooks.slack.com/services/… tagwatch up    as config/channels.yaml is"
          + " at first",
      "  tagwatch up --config prod --data ~/.tagwatch    remembers states: a restart tells nothing"
          + " twice",
      "  tagwatch up --port 0 --every 1m"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ended by Ctrl-C", ExitCodes.USAGE_HELP, ExitCodes.CLOUD_HELP})
final class UpCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private ConfigOption config;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "4600",
      description = "Port of the page on 127.0.0.1; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep states, metrics and queues there across restarts. Default: memory.")
  private Path data;

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "How often alarms are compared with what should be. Default: ${DEFAULT-VALUE}.")
  private String every;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Where the functions' own log goes. Default: nowhere.")
  private Path log;

  @Option(
      names = "--clock",
      paramLabel = "INSTANT",
      description =
          "Time stands still there until POST /_local/clock moves it; for trials. Default: real"
              + " time.")
  private Instant clock;

  @Option(names = "--json", description = "Print what happens as one JSON object a line.")
  private boolean json;

  UpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Duration rate =
        Durations.parse(every)
            .filter(duration -> duration.toSeconds() >= 1)
            .orElseThrow(() -> UserError.usage("--every " + every + " is no duration; write 5m"));
    Configuration configuration = configuration();
    ChannelsConfig channels = ChannelsConfig.read(configuration.channels());
    boolean continues = data != null && Folders.holdsAnything(data);
    if (data != null) {
      Folders.requireWritable(data);
    }
    requireAVoice(channels);
    CloudOptions options =
        CloudOptions.defaults()
            .withPort(Ports.valid(port))
            .withRegion(Regions.ofEnvironment())
            .startingAt(clock)
            .withDataFolder(data);
    FunctionLog.to(log);
    try (Interrupt interrupt = Interrupt.listen()) {
      if (continues && awaitRoom(configuration, interrupt)) {
        return ExitCodes.FINE;
      }
      try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
        watch(cloud, configuration, channels, rate, interrupt);
      }
    }
    return ExitCodes.FINE;
  }

  /**
   * Alarms of an earlier start take silence for trouble, so that their first probe must have room
   * in its minute; new ones wait for their first datapoint. True when interrupted meanwhile.
   */
  private boolean awaitRoom(Configuration configuration, Interrupt interrupt)
      throws InterruptedException {
    Duration wait =
        clock == null
            ? FirstProbe.wait(Instant.now(), configuration.longestTimeout())
            : Duration.ZERO;
    if (wait.isZero()) {
      return false;
    }
    terminal.note("the first probe is at the full minute, in " + wait.toSeconds() + " s");
    return interrupt.await(wait.toMillis());
  }

  /** Watching for nobody is hardly meant. */
  private void requireAVoice(ChannelsConfig channels) {
    Voices voices = Voices.of(channels, System.getenv());
    if (voices.speaking().isEmpty()) {
      throw UserError.usage(
          "nobody would be told: %s; put that right, or name another channel in %s"
              .formatted(
                  String.join("; ", voices.silent()), config.folder().resolve("channels.yaml")));
    }
    voices.silent().forEach(terminal::note);
  }

  private void watch(
      EmbeddedCloud cloud,
      Configuration configuration,
      ChannelsConfig channels,
      Duration rate,
      Interrupt interrupt)
      throws IOException, InterruptedException {
    AlarmsConfig alarms = AlarmsConfig.read(configuration.alarms(), configuration.checks());
    JournalSink sink = json ? JournalSink.json(terminal) : JournalSink.text(terminal);
    Journal journal = new Journal(sink, cloud.clock());
    Herald herald = new Herald(sink, cloud.clock(), channels);
    Deliveries deliveries = new Deliveries(cloud.clock(), channels, herald);
    Deployment deployment =
        new Deployment(
            "local",
            Regions.ofEnvironment(),
            cloud.url(),
            cloud.clock(),
            configuration,
            workFolder(),
            System.getenv());
    cloud.s3().ensureBucket(deployment.stateBucket());
    Page.mount(cloud, Scenes.of(cloud, deliveries::posts, journal::tagProblems));
    try (Pipeline pipeline =
            Pipeline.start(
                deployment,
                environment -> LambdaFunctions.of(environment, deliveries),
                journal::failed);
        Rounds rounds = new Rounds(pipeline, cloud.clock(), rate, alarms::turns, journal)) {
      GivenUp.listen(
          cloud.sqs(),
          pipeline.topology(),
          (channel, message) -> {
            if (deliveries.gaveUp(channel, message)) {
              herald.gaveUp(channel);
            }
          });
      greet(cloud, configuration, channels, journal);
      rounds.begin(new Ec2Relay(cloud.ec2(), pipeline));
      interrupt.await();
      terminal.note("finishing what is under way …");
    }
  }

  private void greet(
      EmbeddedCloud cloud, Configuration configuration, ChannelsConfig channels, Journal journal) {
    if (config.isOurs()) {
      terminal.note(
          "these are Tagwatch's examples; write your own checks.yaml and channels.yaml into"
              + " ./config");
    }
    journal.started(
        "watching %d %s, telling %s   page: %s"
            .formatted(
                configuration.checkCount(),
                configuration.checkCount() == 1 ? "check" : "checks",
                String.join(", ", Voices.of(channels, System.getenv()).speaking()),
                cloud.url()));
    terminal.note("Ctrl-C ends it" + (data == null ? "; nothing is kept." : "; states are kept."));
  }

  private Configuration configuration() {
    Configuration read = config.read();
    boolean hasAlarms = new ConfigFolder(config.folder()).has("alarms");
    return (hasAlarms ? read : read.withAlarms(ConfigFolder.standardAlarms())).validate();
  }

  private Path workFolder() throws IOException {
    return data == null ? Files.createTempDirectory("tagwatch-up") : data.resolve("layer");
  }
}
