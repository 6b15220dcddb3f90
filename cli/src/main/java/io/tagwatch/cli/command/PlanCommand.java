package io.tagwatch.cli.command;

import io.tagwatch.alarms.AlarmsPreview;
import io.tagwatch.alarms.rule.Place;
import io.tagwatch.alarms.sync.Survey;
import io.tagwatch.cli.plan.PlanJson;
import io.tagwatch.cli.plan.PlanTable;
import io.tagwatch.cli.plan.PlanView;
import io.tagwatch.cli.terminal.Progress;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.common.Environment;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what alarms-lambda would change now. */
@Command(
    name = "plan",
    description =
        "Say what alarms-lambda would create, change and delete now, what that takes and costs."
            + " Writes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch plan                                      your AWS account, rules of config/",
      "  tagwatch plan --config prod --deployment prod --exit-code    in a pipeline, before apply",
      "  tagwatch plan --endpoint http://127.0.0.1:4600     the embedded cloud",
      "  tagwatch plan --help safety                        what keeps alarms from being deleted"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCodes.FINE_HELP,
      "1:there are changes, with --exit-code",
      ExitCodes.USAGE_HELP,
      ExitCodes.CLOUD_HELP + ", or did not tell all"
    })
final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;
  @Mixin private CloudOption cloud;

  @Option(
      names = "--topic",
      paramLabel = "ARN",
      description =
          "Where alarms are announced. Default: TAGWATCH_TOPIC_ARN, else where they are now.")
  private String topic;

  @Option(
      names = "--allow-deletes",
      description = "Plan as if all servers that are absent were known to be gone.")
  private boolean allowDeletes;

  @Option(names = "--exit-code", description = "End with 1 when there are changes.")
  private boolean exitCode;

  @Option(names = "--json", description = "Print the plan as JSON.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show long values and long lists whole.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      arity = "0..1",
      paramLabel = "safety",
      fallbackValue = "",
      description = "Show this help, or what it says about safety.")
  private String help;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (help != null) {
      return help();
    }
    CloudOption.Asked asked = cloud.asked(Rules.read(config));
    PlanView view = view(topic == null ? asked : asked.announcingTo(topic));
    if (json) {
      terminal.say(PlanJson.of(view));
    } else {
      new PlanTable(terminal.style(), verbose).lines(view).forEach(terminal::say);
    }
    if (!asked.rules().places().isEmpty()) {
      terminal.note(
          "this is the function's own region; for the others: --place "
              + String.join(
                  ", --place ", asked.rules().places().stream().map(Place::label).toList()));
    }
    if (!view.isComplete()) {
      return ExitCodes.CLOUD;
    }
    return exitCode && view.hasChanges() ? ExitCodes.FINDING : ExitCodes.FINE;
  }

  private PlanView view(CloudOption.Asked asked) {
    Environment environment = asked.environment();
    AlarmsPreview preview = asked.preview();
    try (Progress progress = Progress.begin(terminal, "reading servers, series and alarms")) {
      return switch (preview.survey(allowDeletes)) {
        case Survey.Unread unread -> throw Rules.unread(unread.failures());
        case Survey.Read read -> {
          progress.say("comparing");
          yield new PlanView(
              environment.deployment(),
              environment.region().orElseThrow(),
              announcedTo(preview, environment),
              asked.rules().writesPerSecond(),
              read,
              preview.cost(read));
        }
      };
    }
  }

  private Optional<String> announcedTo(AlarmsPreview preview, Environment environment) {
    if (environment.topicArn().isPresent()) {
      return environment.topicArn();
    }
    Optional<String> inUse = preview.topicInUse();
    if (inUse.isEmpty()) {
      terminal.note(
          "no topic is known, so these alarms would tell nobody; give --topic or set"
              + " TAGWATCH_TOPIC_ARN");
    }
    return inUse;
  }

  private int help() {
    if (help.isEmpty()) {
      spec.commandLine().usage(spec.commandLine().getOut());
    } else if (help.equals("safety")) {
      SafetyHelp.LINES.forEach(terminal::say);
    } else {
      throw UserError.usage("there is no help on \"" + help + "\"; there is plan --help safety");
    }
    return ExitCodes.FINE;
  }
}
