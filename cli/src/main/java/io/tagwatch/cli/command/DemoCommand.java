package io.tagwatch.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.cli.demo.Demo;
import io.tagwatch.cli.demo.Demo.Outcome;
import io.tagwatch.cli.page.model.Story.Step;
import io.tagwatch.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the whole story in seconds. */
@Command(
    name = "demo",
    description =
        "Tell the whole story in seconds: servers, tags, alarms, an outage, a full disk, the messages.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch demo                        prints the story, leaves target/demo/index.html",
      "  tagwatch demo --out /tmp/story       leaves the report there",
      "  tagwatch demo --json                 the steps for programs"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step of the story really happened",
      "1:a step did not happen",
      ExitCodes.USAGE_HELP
    })
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes. Default: target/demo in Tagwatch's own folder.")
  private Path given;

  @Option(names = "--json", description = "Print the steps as JSON instead of the story.")
  private boolean json;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path out = given == null ? standard() : given;
    Folders.requireWritable(out);
    FunctionLog.to(out.resolve("functions.log"));
    Demo demo = new Demo(terminal, out, json);
    Outcome outcome = demo.play();
    boolean complete = outcome.story().complete();
    if (json) {
      terminal.say(asJson(outcome, demo.report()));
    } else {
      String closing = outcome.story().closing();
      terminal.say("");
      terminal.say(complete ? terminal.style().good(closing) : terminal.style().bad(closing));
      terminal.say(
          "Report: %s    Next: ./tagwatch up --help, terraform/README.md".formatted(demo.report()));
    }
    return complete ? ExitCodes.FINE : ExitCodes.FINDING;
  }

  /** The script tells where Tagwatch lives; from there the path is short. */
  private static Path standard() {
    Path root = Path.of(System.getProperty("tagwatch.root", ""));
    boolean here = root.toAbsolutePath().equals(Path.of("").toAbsolutePath());
    return (here ? Path.of("") : root).resolve("target/demo");
  }

  private static String asJson(Outcome outcome, Path report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("complete", outcome.story().complete()).put("messages", outcome.messages());
    root.put("report", report.toString());
    ArrayNode steps = root.putArray("steps");
    for (Step step : outcome.story().steps()) {
      steps
          .addObject()
          .put("at", step.at().toString())
          .put("label", step.label())
          .put("kind", step.kind().name().toLowerCase(Locale.ROOT))
          .put("text", step.text())
          .put("happened", step.happened());
    }
    return root.toPrettyString();
  }
}
