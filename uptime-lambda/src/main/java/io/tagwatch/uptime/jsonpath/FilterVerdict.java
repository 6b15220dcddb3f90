package io.tagwatch.uptime.jsonpath;

import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides filters for one run. */
final class FilterVerdict {

  /** What an operand is when it selects nothing; different from null, which is a value. */
  private static final Object NOTHING = new Object();

  private final Walk walk;
  private final Map<String, Optional<com.google.re2j.Pattern>> patterns = new HashMap<>();

  FilterVerdict(Walk walk) {
    this.walk = walk;
  }

  boolean holds(Condition condition, Object current) {
    return switch (condition) {
      case Condition.AnyOf any -> any.conditions().stream().anyMatch(c -> holds(c, current));
      case Condition.AllOf all -> all.conditions().stream().allMatch(c -> holds(c, current));
      case Condition.Not not -> !holds(not.condition(), current);
      case Condition.Exists exists -> !walk.select(exists.query(), current).isEmpty();
      case Condition.Compare compare ->
          compare(
              value(compare.left(), current), compare.operator(), value(compare.right(), current));
      case Condition.Match match ->
          matches(value(match.text(), current), value(match.pattern(), current), match.whole());
    };
  }

  private Object value(Operand operand, Object current) {
    return switch (operand) {
      case Operand.Literal literal -> literal.value();
      case Operand.Query query -> only(walk.select(query, current));
      case Operand.Length length -> length(value(length.of(), current));
      case Operand.Count count -> BigDecimal.valueOf(walk.select(count.of(), current).size());
      case Operand.ValueOf valueOf -> only(walk.select(valueOf.of(), current));
    };
  }

  private static Object only(List<Object> values) {
    return values.size() == 1 ? values.getFirst() : NOTHING;
  }

  private static Object length(Object value) {
    return switch (value) {
      case String text -> BigDecimal.valueOf(text.codePointCount(0, text.length()));
      case List<?> items -> BigDecimal.valueOf(items.size());
      case Map<?, ?> members -> BigDecimal.valueOf(members.size());
      case null, default -> NOTHING;
    };
  }

  private static boolean compare(Object left, String operator, Object right) {
    return switch (operator) {
      case "==" -> JsonText.same(left, right);
      case "!=" -> !JsonText.same(left, right);
      case "<" -> less(left, right);
      case ">" -> less(right, left);
      case "<=" -> less(left, right) || JsonText.same(left, right);
      default -> less(right, left) || JsonText.same(left, right);
    };
  }

  private static boolean less(Object left, Object right) {
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return a.compareTo(b) < 0;
    }
    if (left instanceof String a && right instanceof String b) {
      return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()) < 0;
    }
    return false;
  }

  private boolean matches(Object text, Object pattern, boolean whole) {
    if (!(text instanceof String input) || !(pattern instanceof String expression)) {
      return false;
    }
    return patterns
        .computeIfAbsent(expression, FilterVerdict::compile)
        .map(compiled -> whole ? compiled.matches(input) : compiled.matcher(input).find())
        .orElse(false);
  }

  /** Expressions of RFC 9485; a wrong one matches nothing. */
  private static Optional<com.google.re2j.Pattern> compile(String expression) {
    try {
      return Optional.of(com.google.re2j.Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
