package io.tagwatch.cli.command;

import io.tagwatch.cli.page.Page;
import io.tagwatch.cli.render.Scenes;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the embedded cloud until it is interrupted. */
@Command(
    name = "local",
    description =
        "Serve CloudWatch, EC2, SNS and SQS on one port of 127.0.0.1, with a page at its root.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch local --port 4599",
      "  tagwatch local --port 4599 --data ~/.tagwatch       alarms, metrics and queues outlive it",
      "  aws --endpoint-url http://127.0.0.1:4599 cloudwatch describe-alarms",
      "  curl -d '{\"advance\": \"PT5M\"}' http://127.0.0.1:4599/_local/clock"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.FINE_HELP, ExitCodes.USAGE_HELP})
final class LocalCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "4599",
      description = "Port on 127.0.0.1; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep alarms, metrics, topics and queues there. Default: memory.")
  private Path data;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "us-east-1",
      description = "Of requests that are not signed. Default: ${DEFAULT-VALUE}.")
  private String region;

  @Option(
      names = "--clock",
      paramLabel = "INSTANT",
      description = "Time stands still there until it is moved. Default: real time.")
  private Instant clock;

  @Option(names = "--json", description = "Print where it serves as JSON.")
  private boolean json;

  LocalCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    CloudOptions options =
        CloudOptions.defaults()
            .withPort(Ports.valid(port))
            .withRegion(Regions.valid(region))
            .startingAt(clock)
            .withDataFolder(data);
    try (Interrupt interrupt = Interrupt.listen();
        EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      Page.mount(cloud, Scenes.of(cloud));
      if (json) {
        terminal.say("{\"url\": \"%s\", \"port\": %d}".formatted(cloud.url(), cloud.port()));
      } else {
        greet(cloud);
      }
      interrupt.await();
    }
    return ExitCodes.FINE;
  }

  private void greet(EmbeddedCloud cloud) {
    terminal.say("embedded cloud on " + cloud.url() + "   (page: open it in a browser)");
    terminal.say("  export AWS_ENDPOINT_URL=" + cloud.url());
    terminal.say("  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local");
    terminal.say("  export AWS_REGION=" + region + " AWS_DEFAULT_REGION=" + region);
    terminal.say("  aws cloudwatch describe-alarms");
    terminal.say("Ctrl-C ends it" + (data == null ? "; nothing is kept." : "."));
  }
}
