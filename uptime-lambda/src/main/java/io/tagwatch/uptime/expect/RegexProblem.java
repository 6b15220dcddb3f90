package io.tagwatch.uptime.expect;

import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says why a regular expression is refused. Matching takes time linear in the text, which is why
 * look-around, back references, possessive quantifiers and atomic groups are not there.
 */
final class RegexProblem {
  private static final Map<String, String> MISSING = new LinkedHashMap<>();

  static {
    MISSING.put("(?=", "look-ahead");
    MISSING.put("(?!", "negative look-ahead; write not matches");
    MISSING.put("(?<=", "look-behind");
    MISSING.put("(?<!", "negative look-behind");
    MISSING.put("(?>", "atomic groups");
  }

  private RegexProblem() {}

  static String describe(String expression, PatternSyntaxException problem) {
    for (Map.Entry<String, String> construct : MISSING.entrySet()) {
      if (expression.contains(construct.getKey())) {
        return sentence(
            expression, construct.getKey() + " is not supported: " + construct.getValue());
      }
    }
    if (expression.matches(".*\\\\[1-9k].*")) {
      return sentence(expression, "back references are not supported");
    }
    String fragment = problem.getPattern();
    return sentence(
        expression,
        problem.getDescription()
            + (fragment == null || fragment.isEmpty() || fragment.equals(expression)
                ? ""
                : " at \"" + fragment + '"'));
  }

  private static String sentence(String expression, String why) {
    return "the regular expression \"" + expression + "\" cannot be used: " + why;
  }
}
