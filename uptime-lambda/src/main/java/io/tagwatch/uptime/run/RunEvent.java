package io.tagwatch.uptime.run;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What the schedule asks for.
 *
 * @param minute the scheduled minute, the timestamp of every metric
 * @param shard which part of the checks
 * @param verbose whether the summary lists checks that are up, too
 */
public record RunEvent(Instant minute, Shard shard, boolean verbose) {

  /**
   * Reads the event. All members are optional, others are ignored.
   *
   * @param json the event; blank or {@code null} means that nothing is given
   * @param now the minute where the event has no time
   * @throws IllegalArgumentException with one sentence when a member cannot be read
   */
  public static RunEvent parse(String json, Instant now) {
    if (json.isBlank() || json.strip().equals("null")) {
      return of(Map.of(), now);
    }
    Problems problems = new Problems("event");
    Node root = JsonDocument.parse(json, problems);
    return switch (root) {
      case Node.Fields fields when problems.isEmpty() -> of(fields.values(), now);
      default ->
          throw new IllegalArgumentException(
              "the event is not a JSON object; send {\"time\": \"2026-11-21T08:00:00Z\"} or {}");
    };
  }

  private static RunEvent of(Map<String, Node> members, Instant now) {
    return new RunEvent(
        time(members.get("time"), now).truncatedTo(ChronoUnit.MINUTES),
        shard(members.get("shard")),
        verbose(members.get("verbose")));
  }

  private static Instant time(Node node, Instant now) {
    if (node == null || node instanceof Node.Empty) {
      return now;
    }
    try {
      if (node instanceof Node.Text text) {
        return OffsetDateTime.parse(text.value()).toInstant();
      }
    } catch (DateTimeParseException e) {
      // Told below, as for anything else that is no time.
    }
    throw new IllegalArgumentException(
        "the event's time " + node.describe() + " is not an instant; write 2026-11-21T08:00:00Z");
  }

  private static Shard shard(Node node) {
    return switch (node) {
      case null -> Shard.WHOLE;
      case Node.Empty empty -> Shard.WHOLE;
      case Node.Text text -> Shard.parse(text.value());
      default ->
          throw new IllegalArgumentException(
              "the event's shard " + node.describe() + " is not a part; write \"1/4\"");
    };
  }

  private static boolean verbose(Node node) {
    return switch (node) {
      case null -> false;
      case Node.Empty empty -> false;
      case Node.Flag flag -> flag.value();
      default ->
          throw new IllegalArgumentException(
              "the event's verbose " + node.describe() + " must be true or false");
    };
  }
}
