package io.tagwatch.common.outcome;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The checks that are down.
 *
 * <pre>
 * {"time": "2026-11-21T08:00:00Z",
 *  "checks": {"api": {"reason": "status", "phase": "wait", "detail": "status 503, expected 200",
 *                     "url": "https://api.example.com/health", "since": "2026-11-21T07:58:00Z"}}}
 * </pre>
 *
 * @param time the minute of the run that wrote it: the last in which something changed
 * @param checks by name
 */
public record Outcomes(Instant time, Map<String, Outcome> checks) {
  private static final JsonFactory JSON = new JsonFactory();

  public Outcomes {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
  }

  /** As one JSON object. */
  public String print() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("time", time.toString());
      json.writeObjectFieldStart("checks");
      for (Map.Entry<String, Outcome> check : checks.entrySet()) {
        json.writeObjectFieldStart(check.getKey());
        print(check.getValue(), json);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private static void print(Outcome outcome, JsonGenerator json) throws IOException {
    json.writeStringField("reason", outcome.reason());
    json.writeStringField("phase", outcome.phase());
    json.writeStringField("detail", outcome.detail());
    json.writeStringField("url", outcome.url());
    json.writeStringField("since", outcome.since().toString());
  }

  /** Empty for a text of another shape; an entry of another shape is left out. */
  public static Optional<Outcomes> parse(String text) {
    Problems problems = new Problems("outcomes");
    if (!(JsonDocument.parse(text, problems) instanceof Node.Fields root)
        || !problems.isEmpty()
        || !(root.values().get("checks") instanceof Node.Fields checks)) {
      return Optional.empty();
    }
    Map<String, Outcome> found = new LinkedHashMap<>();
    checks.values().forEach((name, node) -> outcome(node).ifPresent(one -> found.put(name, one)));
    return instant(root, "time").map(time -> new Outcomes(time, found));
  }

  private static Optional<Outcome> outcome(Node node) {
    return node instanceof Node.Fields fields
        ? instant(fields, "since")
            .map(
                since ->
                    new Outcome(
                        text(fields, "reason"),
                        text(fields, "phase"),
                        text(fields, "detail"),
                        text(fields, "url"),
                        since))
        : Optional.empty();
  }

  private static String text(Node.Fields fields, String key) {
    return fields.values().get(key) instanceof Node.Text text ? text.value() : "";
  }

  private static Optional<Instant> instant(Node.Fields fields, String key) {
    try {
      return Optional.of(Instant.parse(text(fields, key)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
