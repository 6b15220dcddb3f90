package io.tagwatch.cli.command;

import io.tagwatch.alarms.rule.MissingMode;
import io.tagwatch.alarms.rule.Period;
import io.tagwatch.cli.backtest.Candidate;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.check.Datapoints;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is tried instead of what is, in the words of tags. */
final class CandidateOption {
  private static final Pattern M_OF_N = Pattern.compile("(\\d+) ?of ?(\\d+)");

  @Option(
      names = "--warning",
      paramLabel = "N",
      split = ",",
      description = "Warning thresholds to try, such as 80 or 75,80,85.")
  private List<Double> warnings = List.of();

  @Option(
      names = "--critical",
      paramLabel = "N",
      split = ",",
      description = "Critical thresholds to try.")
  private List<Double> criticals = List.of();

  @Option(names = "--datapoints", paramLabel = "MofN", description = "Such as 3of5.")
  private String datapoints;

  @Option(names = "--period", paramLabel = "PERIOD", description = "Such as 30s, 1m or 5m.")
  private String period;

  @Option(
      names = "--missing",
      paramLabel = "MODE",
      description = "missing, ignore, breaching or notbreaching.")
  private String missing;

  Candidate candidate() {
    Map<Severity, List<Double>> thresholds = new EnumMap<>(Severity.class);
    if (!criticals.isEmpty()) {
      thresholds.put(Severity.CRITICAL, criticals);
    }
    if (!warnings.isEmpty()) {
      thresholds.put(Severity.WARNING, warnings);
    }
    return new Candidate(
        thresholds,
        parsed("--datapoints", datapoints, CandidateOption::datapoints, "M of N, such as 3of5"),
        parsed("--period", period, Period::parse, Period.FORM).filter(p -> !p.isAuto()),
        parsed("--missing", missing, MissingMode::parse, MissingMode.FORM));
  }

  private static Optional<Datapoints> datapoints(String text) {
    Matcher matcher = M_OF_N.matcher(text);
    return matcher.matches()
        ? Datapoints.parse(matcher.group(1) + " of " + matcher.group(2))
        : Optional.empty();
  }

  private static <T> Optional<T> parsed(
      String option, String text, Function<String, Optional<T>> parser, String form) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        parser
            .apply(text)
            .orElseThrow(() -> UserError.usage(option + " " + text + ": write " + form)));
  }
}
