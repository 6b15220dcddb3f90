package io.tagwatch.cli.command;

import io.tagwatch.alarms.AlarmsPreview;
import io.tagwatch.alarms.aws.AwsClients;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.Survey;
import io.tagwatch.cli.backtest.BacktestJson;
import io.tagwatch.cli.backtest.BacktestScene;
import io.tagwatch.cli.backtest.BacktestTable;
import io.tagwatch.cli.backtest.Backtests;
import io.tagwatch.cli.backtest.Result;
import io.tagwatch.cli.backtest.Subject;
import io.tagwatch.cli.backtest.Unreplayable;
import io.tagwatch.cli.explain.ServerChoice;
import io.tagwatch.cli.history.CloudWatchHistory;
import io.tagwatch.cli.history.ExportedSeries;
import io.tagwatch.cli.history.Retention;
import io.tagwatch.cli.history.SeriesFile;
import io.tagwatch.cli.page.ReplayReport;
import io.tagwatch.cli.terminal.Progress;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** Replays metric history for candidate thresholds. */
@Command(
    name = "backtest",
    description =
        "Replay the past of an alarm's metric: how often would it have fired with other thresholds,"
            + " on which servers, for how long? Only reads.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch backtest --alarm cpu --critical 90 --days 14",
      "  tagwatch backtest --alarm disk:/data --critical 85,90,95 --html report.html",
      "  tagwatch backtest --alarm cpu --datapoints 3of5 --server web-1 --server web-2",
      "  tagwatch backtest --alarm cpu --critical 90 --from cpu.csv     time, value and name a line"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.FINE_HELP, ExitCodes.USAGE_HELP, ExitCodes.CLOUD_HELP})
final class BacktestCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private ConfigOption config;
  @Mixin private CloudOption cloud;
  @Mixin private CandidateOption candidate;

  @Option(
      names = "--alarm",
      required = true,
      paramLabel = "NAME",
      description = "A rule of alarms.yaml, or one series of it such as disk:/data.")
  private String alarm;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "14",
      description =
          "How far back. CloudWatch keeps 1-minute datapoints 15 days, 5-minute ones 63, 1-hour ones"
              + " 455, shorter ones 3 hours. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--server",
      paramLabel = "INSTANCE",
      description = "Only this instance id or Name; may be repeated. Default: all.")
  private List<String> servers = new ArrayList<>();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a report with the series drawn.")
  private Path html;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Series from a CSV or JSON file instead of a cloud.")
  private Path from;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  BacktestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (days < 1 || days > Retention.MOST_DAYS) {
      throw UserError.usage("--days " + days + " is not from 1 to " + Retention.MOST_DAYS);
    }
    AlarmsConfig rules = Rules.read(config);
    AlarmRule rule = rule(rules);
    Result result;
    try {
      result = from == null ? ofCloud(rules) : ofFile(rule);
    } catch (Unreplayable e) {
      throw UserError.usage(e.getMessage());
    }
    if (json) {
      terminal.say(BacktestJson.of(result));
    } else {
      new BacktestTable(terminal.style()).lines(result).forEach(terminal::say);
    }
    if (html != null) {
      ReplayReport.write(html, BacktestScene.of(result));
      terminal.note("→ " + html);
    }
    return ExitCodes.FINE;
  }

  private AlarmRule rule(AlarmsConfig rules) {
    String name = alarm.contains(":") ? alarm.substring(0, alarm.indexOf(':')) : alarm;
    return Optional.ofNullable(rules.rules().get(name))
        .orElseThrow(
            () -> {
              String near = Suggestion.didYouMean(name, rules.rules().keySet());
              return UserError.usage(
                  "there is no alarm \"%s\"%s"
                      .formatted(
                          name,
                          near.isEmpty()
                              ? "; there are " + String.join(", ", rules.rules().keySet())
                              : near));
            });
  }

  private Result ofFile(AlarmRule rule) throws IOException {
    ExportedSeries series;
    try {
      series = SeriesFile.read(Files.readString(from));
    } catch (SeriesFile.Unreadable e) {
      throw UserError.usage("the file " + from + " cannot be used: " + e.getMessage());
    }
    List<Subject> subjects = Backtests.subjects(series, rule, servers);
    if (subjects.isEmpty()) {
      throw UserError.usage(
          "the file %s has no series %s; it has %s"
              .formatted(
                  from, String.join(", ", servers), String.join(", ", series.byName().keySet())));
    }
    return Backtests.run(subjects, candidate.candidate(), Duration.ofDays(days), series);
  }

  private Result ofCloud(AlarmsConfig rules) {
    CloudOption.Asked asked = cloud.asked(rules);
    Environment environment = asked.environment();
    AlarmsPreview preview = asked.preview();
    try (Progress progress = Progress.begin(terminal, "reading servers and alarms");
        CloudWatchClient client = new AwsClients(environment).cloudWatchReads()) {
      List<String> ids = ids(preview);
      Survey survey = ids.isEmpty() ? preview.survey(false) : preview.survey(Set.copyOf(ids));
      List<Subject> subjects =
          switch (survey) {
            case Survey.Unread unread -> throw Rules.unread(unread.failures());
            case Survey.Read read -> Backtests.subjects(read, alarm, ids);
          };
      if (subjects.isEmpty()) {
        throw UserError.usage(
            "no server has the alarm " + alarm + " now; tagwatch explain INSTANCE says why");
      }
      return Backtests.run(
          alarm,
          subjects,
          candidate.candidate(),
          Duration.ofDays(days),
          environment.clock().instant(),
          new CloudWatchHistory(client),
          progress::say);
    }
  }

  private List<String> ids(AlarmsPreview preview) {
    if (servers.isEmpty()) {
      return List.of();
    }
    Listing<Server> listing = preview.servers();
    if (listing instanceof Listing.Incomplete<Server> incomplete) {
      throw Rules.unread(List.of(incomplete.failure()));
    }
    return servers.stream()
        .map(
            server ->
                switch (ServerChoice.of(server, listing.items())) {
                  case ServerChoice.One one -> one.server().id();
                  case ServerChoice.Unclear unclear -> throw UserError.usage(unclear.problem());
                })
        .toList();
  }
}
