package io.tagwatch.cli.command;

import io.tagwatch.alarms.AlarmsPreview;
import io.tagwatch.alarms.aws.AwsClients;
import io.tagwatch.alarms.desired.Explanation;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.Survey;
import io.tagwatch.cli.explain.CloudWatchReadings;
import io.tagwatch.cli.explain.ExplainJson;
import io.tagwatch.cli.explain.ExplainTable;
import io.tagwatch.cli.explain.ExplainedServer;
import io.tagwatch.cli.explain.ServerChoice;
import io.tagwatch.cli.terminal.Progress;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.common.Environment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** Says why a server has the alarms that it has, and whether each can fire. */
@Command(
    name = "explain",
    description =
        "Say why a server has the alarms that it has, whether each can fire, and which of its tags"
            + " are mistyped. Only reads.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch explain web-3                          by its Name",
      "  tagwatch explain i-0abc1234def567890 --verbose  who decided each value",
      "  tagwatch explain web-3 --endpoint http://127.0.0.1:4600 --json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCodes.FINE_HELP,
      ExitCodes.USAGE_HELP + "; there is no such server",
      ExitCodes.CLOUD_HELP
    })
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private ConfigOption config;
  @Mixin private CloudOption cloud;

  @Parameters(paramLabel = "INSTANCE", description = "An instance id or a Name.")
  private String instance;

  @Option(names = "--json", description = "Print the explanation as JSON.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say of each value who decided it.")
  private boolean verbose;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CloudOption.Asked asked = cloud.asked(Rules.read(config));
    AlarmsConfig rules = asked.rules();
    Environment environment = asked.environment();
    AlarmsPreview preview = asked.preview();
    ExplainedServer explained;
    try (Progress progress = Progress.begin(terminal, "looking for the server")) {
      Server server = server(preview.servers());
      progress.say("reading its alarms and series");
      explained = explain(rules, environment, preview, server);
    }
    if (json) {
      terminal.say(ExplainJson.of(explained));
    } else {
      new ExplainTable(terminal.style(), verbose).lines(explained).forEach(terminal::say);
    }
    return ExitCodes.FINE;
  }

  private Server server(Listing<Server> listing) {
    if (listing instanceof Listing.Incomplete<Server> incomplete) {
      throw Rules.unread(List.of(incomplete.failure()));
    }
    return switch (ServerChoice.of(instance, listing.items())) {
      case ServerChoice.One one -> one.server();
      case ServerChoice.Unclear unclear -> throw UserError.usage(unclear.problem());
    };
  }

  private ExplainedServer explain(
      AlarmsConfig rules, Environment environment, AlarmsPreview preview, Server server) {
    return switch (preview.survey(Set.of(server.id()))) {
      case Survey.Unread unread -> throw Rules.unread(unread.failures());
      case Survey.Read read -> {
        if (!read.failures().isEmpty()) {
          terminal.note(Rules.unread(read.failures()).getMessage());
        }
        Explanation explanation =
            preview
                .explain(read, server.id())
                .orElseThrow(() -> UserError.usage("the server " + instance + " has just gone"));
        try (CloudWatchClient client = new AwsClients(environment).cloudWatchReads()) {
          yield ExplainedServer.of(
              explanation,
              read,
              rules,
              Rules.document(config),
              environment.deployment(),
              new CloudWatchReadings(client, environment.clock().instant()));
        }
      }
    };
  }
}
