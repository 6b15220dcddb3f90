package io.tagwatch.cli.up;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.cli.page.model.TagProblem;
import io.tagwatch.cli.pipeline.FunctionFailure;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.up.JournalSink.Topic;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person sees of the rounds: one line for each thing that changed. Thread-safe. */
public final class Journal {
  private final JournalSink sink;
  private final InstantSource clock;
  private final Map<String, String> verdicts = new HashMap<>();
  private final Map<String, String> troubles = new HashMap<>();
  private List<TagProblem> tagProblems = List.of();

  public Journal(JournalSink sink, InstantSource clock) {
    this.sink = sink;
    this.clock = clock;
  }

  /** The first line. */
  public synchronized void started(String sentence) {
    say(Topic.STARTED, sentence);
  }

  /** A run summary of uptime-lambda, with all results. */
  synchronized void probed(JsonNode summary) {
    if (summary.path("blind").asBoolean()) {
      say(Topic.CHECK, "no check and no self-check answered: is this machine's network down?");
    }
    for (JsonNode result : summary.path("results")) {
      verdict(result.path("name").asText(), result.path("up").asBoolean() ? "" : why(result));
    }
  }

  private static String why(JsonNode result) {
    String detail = result.path("detail").asText("");
    String reason = result.path("reason").asText();
    return detail.isEmpty() ? reason : reason + ": " + detail;
  }

  /** An empty reason is up; only changes are told, and being up at first is none. */
  private void verdict(String check, String why) {
    String before = verdicts.put(check, why);
    if (!why.isEmpty() && (before == null || before.isEmpty())) {
      say(Topic.CHECK, style().bad(check + " is down") + "  " + why);
    } else if (why.isEmpty() && before != null && !before.isEmpty()) {
      say(Topic.CHECK, style().good(check + " is up again"));
    }
  }

  /** A sync report of alarms-lambda. */
  synchronized void synced(JsonNode report) {
    int created = report.path("created").asInt();
    int updated = report.path("updated").asInt();
    int deleted = report.path("deleted").asInt();
    if (created + updated + deleted > 0) {
      say(
          Topic.ALARMS,
          "alarms: %d created, %d updated, %d deleted".formatted(created, updated, deleted));
    }
    for (JsonNode error : report.path("errors")) {
      String operation = error.path("operation").asText();
      say(Topic.TROUBLE, "alarms-lambda: " + operation + " " + error.path("message").asText());
    }
    List<TagProblem> problems = new ArrayList<>();
    report.path("rejectedTags").forEach(tag -> problems.add(problem(tag)));
    problems.stream().filter(problem -> !tagProblems.contains(problem)).forEach(this::tell);
    tagProblems = List.copyOf(problems);
  }

  private static TagProblem problem(JsonNode tag) {
    return new TagProblem(
        tag.path("subject").asText(),
        tag.path("key").asText(),
        tag.path("problem").asText(),
        tag.path("expected").asText());
  }

  private void tell(TagProblem problem) {
    say(
        Topic.TAG,
        "%s: tag %s %s; expected %s"
            .formatted(problem.subject(), problem.key(), problem.problem(), problem.expected()));
  }

  /** An invocation that failed; its messages will be tried again. */
  public synchronized void failed(FunctionFailure failure) {
    trouble(failure.function(), failure);
  }

  /** Trouble that repeats itself is told once. */
  synchronized void trouble(String who, Exception e) {
    String what = String.valueOf(e.getMessage());
    if (!what.equals(troubles.put(who, what))) {
      say(Topic.TROUBLE, style().warning(who + ": ") + what);
    }
  }

  /** The tags that the last sync rejected. */
  public synchronized List<TagProblem> tagProblems() {
    return tagProblems;
  }

  private Style style() {
    return sink.style();
  }

  private void say(Topic topic, String text) {
    sink.writer().write(clock.instant(), topic, text);
  }
}
