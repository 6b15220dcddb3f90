package io.tagwatch.uptime.expect;

import io.tagwatch.uptime.jsonpath.JsonPath;
import io.tagwatch.uptime.jsonpath.TooMuchWorkException;
import java.math.BigDecimal;
import java.util.List;

/** Decides expectations on a JSON body once it is complete. */
final class JsonVerdict {
  private JsonVerdict() {}

  static Outcome decide(Expectation expectation, JsonPath path, Observation seen) {
    Observation.Body body = seen.body();
    if (!body.complete()) {
      return Outcome.OPEN;
    }
    try {
      List<Object> selected = path.select(body.json());
      return selected.size() == 1
          ? decide(expectation, path, selected.getFirst(), seen)
          : expectation.fails(path + (selected.isEmpty() ? " is missing" : several(selected)));
    } catch (TooMuchWorkException e) {
      return expectation.fails(e.getMessage());
    } catch (IllegalArgumentException e) {
      return expectation.fails("body is not JSON: " + e.getMessage());
    }
  }

  private static String several(List<Object> selected) {
    return " gives " + selected.size() + " values and not one";
  }

  private static Outcome decide(
      Expectation expectation, JsonPath path, Object found, Observation seen) {
    if (found instanceof List<?> items && expectation.operator() == Operator.CONTAINS) {
      boolean holds = items.stream().anyMatch(item -> isWanted(expectation, item));
      return holds != expectation.negated()
          ? Outcome.HOLDS
          : expectation.fails(
              path + " is a list of " + items.size() + (holds ? " with it" : " without it"));
    }
    if (found instanceof List<?> || found instanceof java.util.Map<?, ?>) {
      boolean comparedWithNull = comparesWithNull(expectation);
      boolean unequal = expectation.negated() != (expectation.operator() == Operator.UNEQUAL);
      return comparedWithNull && unequal
          ? Outcome.HOLDS
          : expectation.fails(path + (found instanceof List<?> ? " is a list" : " is an object"));
    }
    Value value = scalar(found);
    return Verdicts.comparable(expectation.operator(), value, expectation.expected())
            || comparesWithNull(expectation)
        ? expectation.verdict(value, seen)
        : expectation.fails(
            path
                + " is "
                + seen.excerpt().of(value)
                + ", not "
                + Verdicts.kindWanted(expectation.expected()));
  }

  private static boolean isWanted(Expectation expectation, Object item) {
    return expectation.expected() instanceof Expected.One one
        && !(item instanceof List<?> || item instanceof java.util.Map<?, ?>)
        && Value.equal(scalar(item), one.value());
  }

  private static boolean comparesWithNull(Expectation expectation) {
    return expectation.expected() instanceof Expected.One one && one.value() instanceof Value.Null;
  }

  private static Value scalar(Object found) {
    return switch (found) {
      case BigDecimal number -> new Value.Num(number);
      case String text -> new Value.Text(text);
      case Boolean flag -> new Value.Flag(flag);
      case null, default -> new Value.Null();
    };
  }
}
