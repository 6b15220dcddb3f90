package io.tagwatch.cli.page.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Answers in one headline and one sentence: is anything wrong, since when, where, whose. */
final class VerdictWriter {
  /** More owners than this are counted. */
  private static final int OWNERS = 3;

  /** More problems than this are counted. */
  private static final int NAMED = 2;

  private final Times times;

  VerdictWriter(Times times) {
    this.times = times;
  }

  /**
   * @param watches all that fire, and the newest of the others
   * @param tally of all
   */
  PageModel.Verdict of(List<Watch> watches, PageModel.Tally tally) {
    List<Watch> problems = watches.stream().filter(watch -> watch.mood().firing()).toList();
    if (!problems.isEmpty()) {
      return problems.size() == 1 ? one(problems.getFirst()) : several(problems);
    }
    if (watches.isEmpty()) {
      return new PageModel.Verdict(
          Mood.NO_DATA,
          "Nothing is watched yet",
          "There are no alarms. They show up here as soon as they are created.");
    }
    return tally.ok() == 0 ? waiting(tally.noData()) : calm(watches, tally);
  }

  private PageModel.Verdict one(Watch problem) {
    return new PageModel.Verdict(
        problem.mood(),
        statement(problem),
        Sentences.capitalised(times.since(problem.since()))
            + "."
            + value(problem)
            + owners(List.of(problem)));
  }

  private PageModel.Verdict several(List<Watch> problems) {
    String worst =
        problems.stream()
            .limit(NAMED)
            .map(problem -> statement(problem) + " " + times.since(problem.since()))
            .collect(Collectors.joining("; "));
    int more = problems.size() - NAMED;
    return new PageModel.Verdict(
        problems.getFirst().mood(),
        problems.size() + " problems" + share(problems),
        worst + (more > 0 ? "; and " + more + " more" : "") + "." + owners(problems));
  }

  private static String value(Watch problem) {
    if (problem.value().isEmpty() || problem.title().endsWith(" is " + problem.value())) {
      return "";
    }
    return problem.measured().isEmpty()
        ? " Now " + problem.value() + "."
        : " Last known value: " + problem.value() + ", at " + problem.measured() + ".";
  }

  /** {@code Disk /data on web-1 is critical}, {@code shop is down}. */
  private static String statement(Watch problem) {
    boolean saysSo = problem.title().endsWith(" is down") || problem.title().endsWith(" is slow");
    return saysSo ? problem.title() : problem.title() + " is " + adjective(problem.mood());
  }

  private static String share(List<Watch> problems) {
    long critical = problems.stream().filter(watch -> watch.mood() == Mood.CRITICAL).count();
    if (critical == 0) {
      return "";
    }
    return critical == problems.size() ? ", all critical" : ", " + critical + " critical";
  }

  private static String adjective(Mood mood) {
    return mood == Mood.CRITICAL ? "critical" : "at " + mood.words();
  }

  private static String owners(List<Watch> problems) {
    List<String> owners =
        problems.stream().map(Watch::owner).filter(owner -> !owner.isEmpty()).distinct().toList();
    if (owners.isEmpty()) {
      return " No owner is named.";
    }
    String names = owners.stream().limit(OWNERS).collect(Collectors.joining(", "));
    String more = owners.size() > OWNERS ? " and " + (owners.size() - OWNERS) + " more" : "";
    return (owners.size() == 1 ? " Owner: " : " Owners: ") + names + more + ".";
  }

  private static PageModel.Verdict waiting(long silent) {
    String headline = silent == 1 ? "The one alarm has no data yet" : "No alarm has data yet";
    return new PageModel.Verdict(
        Mood.NO_DATA, headline, "Nothing can be said before the first datapoints arrive.");
  }

  private static PageModel.Verdict calm(List<Watch> watches, PageModel.Tally tally) {
    long all = tally.ok() + tally.noData();
    String fine =
        tally.noData() == 0
            ? Sentences.count(all, "The one watched value is fine", "watched values are fine")
            : tally.ok() + " of " + all + " watched values are fine; the rest has no data";
    String last =
        watches.stream()
            .filter(watch -> watch.over() != null)
            .max(Comparator.comparing(watch -> watch.over().until()))
            .map(watch -> " The last problem: " + watch.name() + " " + watch.over().words() + ".")
            .orElse("");
    if (tally.checksUp() == tally.checks()) {
      return new PageModel.Verdict(Mood.OK, "All is well", fine + "." + last);
    }
    String up = "Checks that are up now: %d of %d. ".formatted(tally.checksUp(), tally.checks());
    return new PageModel.Verdict(Mood.OK, "No alarm is on", up + fine + "." + last);
  }
}
