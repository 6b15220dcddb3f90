package io.tagwatch.uptime.expect;

import io.tagwatch.uptime.jsonpath.JsonPath;
import io.tagwatch.uptime.jsonpath.TooMuchWorkException;
import java.util.List;
import java.util.Map;

/** What an expectation looks at, as it was found: for a person who wants to see the value. */
final class Found {
  private Found() {}

  /** {@code status 200}, {@code latency is 143ms}, {@code body is "ok"}. */
  static String describe(Subject subject, Observation seen) {
    return switch (subject) {
      case Subject.Status status ->
          seen.status().isPresent() ? "status " + seen.status().getAsInt() : "no status";
      case Subject.Latency latency -> "latency is " + seen.latency().toMillis() + "ms";
      case Subject.Header header ->
          seen.headers()
              .header(header.name())
              .map(value -> header.name() + " is \"" + seen.excerpt().of(value) + '"')
              .orElse("there is no header " + header.name());
      case Subject.Certificate certificate ->
          seen.certificateLeft()
              .map(left -> Verdicts.describe(subject, new Value.Time(left), seen.excerpt()))
              .orElse("there is no certificate");
      case Subject.Body body -> "body is \"" + excerpt(seen) + '"';
      case Subject.Json json -> json.path() + " is " + selected(json.path(), seen);
    };
  }

  private static String excerpt(Observation seen) {
    return seen.excerpt().of(seen.body().text().toString());
  }

  private static String selected(JsonPath path, Observation seen) {
    if (!seen.body().complete()) {
      return "not known yet";
    }
    try {
      List<Object> values = path.select(seen.body().json());
      return switch (values.size()) {
        case 0 -> "missing";
        case 1 -> spoken(values.getFirst(), seen);
        default -> values.size() + " values";
      };
    } catch (TooMuchWorkException e) {
      return "not known: " + e.getMessage();
    } catch (IllegalArgumentException e) {
      return "not known, for the body is not JSON";
    }
  }

  private static String spoken(Object value, Observation seen) {
    return switch (value) {
      case List<?> list -> "a list of " + list.size();
      case Map<?, ?> map -> "an object";
      case String text -> '"' + seen.excerpt().of(text) + '"';
      case null -> "null";
      default -> value.toString();
    };
  }
}
