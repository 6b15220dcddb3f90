package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.CheckView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words the checks. */
final class CheckRows {
  private static final Unit MILLISECONDS = new Unit("ms", 1);

  private final List<Watch> watches;
  private final Times times;

  CheckRows(List<Watch> watches, Times times) {
    this.watches = watches;
    this.times = times;
  }

  List<PageModel.Check> of(List<CheckView> checks) {
    return checks.stream()
        .map(this::row)
        .sorted(Comparator.comparing(PageModel.Check::mood).thenComparing(PageModel.Check::name))
        .toList();
  }

  private PageModel.Check row(CheckView check) {
    List<Watch> own = own(check);
    return new PageModel.Check(
        check.name(),
        mood(check),
        state(check),
        share(check),
        check.runs().stream()
            .map(
                run ->
                    new PageModel.Run(
                        run.from().getEpochSecond(),
                        run.to().getEpochSecond(),
                        run.verdict().name().toLowerCase(Locale.ROOT)))
            .toList(),
        facts(check, own),
        own.stream().map(Watch::id).toList());
  }

  private List<Watch> own(CheckView check) {
    return watches.stream()
        .filter(watch -> watch.subject().equals(check.name()))
        .filter(watch -> watch.alarm().startsWith("check-"))
        .toList();
  }

  /** The outage that still lasts is told by the state; here are the others. */
  private static Optional<String> outages(CheckView check) {
    long down = check.downMinutes();
    boolean isDown = check.verdict() == CheckView.Verdict.DOWN;
    long before = isDown ? down - check.runs().getLast().minutes() : down;
    if (before == 0) {
      return Optional.empty();
    }
    return Optional.of(
        isDown
            ? before + " min down before that, in the last 24 h"
            : before + " min down in the last 24 h");
  }

  private static Mood mood(CheckView check) {
    return switch (check.verdict()) {
      case UP -> Mood.OK;
      case DOWN -> Mood.CRITICAL;
      case UNKNOWN -> Mood.NO_DATA;
    };
  }

  private String state(CheckView check) {
    if (check.runs().isEmpty()) {
      return "not probed yet";
    }
    String word =
        switch (check.verdict()) {
          case UP -> "up";
          case DOWN -> "down";
          case UNKNOWN -> "not probed";
        };
    return word + " " + times.since(check.runs().getLast().from());
  }

  /** A single minute down in a day still shows: the share is cut, never rounded up to 100. */
  private static String share(CheckView check) {
    long known = check.upMinutes() + check.downMinutes();
    if (known == 0) {
      return "";
    }
    double percent = Math.floor(1_000.0 * check.upMinutes() / known) / 10;
    return new Unit("%", 1).words(percent) + " up";
  }

  private static List<String> facts(CheckView check, List<Watch> own) {
    List<String> facts = new ArrayList<>();
    own.stream()
        .map(Watch::address)
        .filter(url -> !url.isEmpty())
        .findFirst()
        .ifPresent(facts::add);
    check.latencyMs().ifPresent(latency -> facts.add("answers in " + MILLISECONDS.words(latency)));
    check
        .certificateDaysLeft()
        .ifPresent(
            days ->
                facts.add(
                    days < 0
                        ? "certificate expired " + Math.round(-days) + " days ago"
                        : "certificate valid for " + Math.round(days) + " days"));
    outages(check).ifPresent(facts::add);
    return facts;
  }
}
