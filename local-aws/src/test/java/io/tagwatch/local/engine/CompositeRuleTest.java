package io.tagwatch.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeRuleTest {
  private static final String ARN = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:fired";

  private static final Map<String, AlarmState> STATES =
      Map.of(
          "fired",
          AlarmState.ALARM,
          "calm",
          AlarmState.OK,
          "silent",
          AlarmState.INSUFFICIENT_DATA,
          "two words",
          AlarmState.ALARM,
          "a \"b\" \\c",
          AlarmState.ALARM,
          ARN,
          AlarmState.ALARM);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALARM(fired)                                              | true",
        "ALARM(\"fired\")                                          | true",
        "ALARM( \"two words\" )                                    | true",
        "ALARM(\"a \\\"b\\\" \\\\c\")                              | true",
        "ALARM(" + ARN + ")                                        | true",
        "ALARM(\"" + ARN + "\")                                    | true",
        "OK(fired)                                                 | false",
        "OK(calm)                                                  | true",
        "INSUFFICIENT_DATA(silent)                                 | true",
        "TRUE                                                      | true",
        "FALSE                                                     | false",
        "False                                                     | false",
        "ALARM(fired) AND ALARM(calm)                              | false",
        "ALARM(fired) AND NOT ALARM(calm)                          | true",
        "ALARM(calm) OR ALARM(fired)                               | true",
        "TRUE OR FALSE AND FALSE                                   | true",
        "(TRUE OR FALSE) AND FALSE                                 | false",
        "NOT FALSE AND FALSE                                       | false",
        "NOT (FALSE AND FALSE)                                     | true",
        "NOT NOT TRUE                                              | true",
        "(ALARM(calm) OR ALARM(fired)) AND OK(calm)                | true",
        "ALARM(gone) OR OK(gone) OR INSUFFICIENT_DATA(gone)        | false",
        "NOT ALARM(gone)                                           | true",
      })
  void holdsOrNot(String rule, boolean expected) {
    assertThat(CompositeRule.parse(rule).evaluate(STATES::get)).isEqualTo(expected);
  }

  @Test
  void listsItsChildrenOnceInOrder() {
    CompositeRule rule = CompositeRule.parse("(OK(b) OR ALARM(a)) AND NOT ALARM(\"b\") AND TRUE");

    assertThat(rule.alarms()).containsExactly("b", "a");
  }

  @Test
  void printsOnlyTheParenthesesThatMatter() {
    assertThat(CompositeRule.parse("((ALARM(a)) AND (OK(b))) OR (NOT (TRUE OR (FALSE)))"))
        .hasToString("ALARM(\"a\") AND OK(\"b\") OR NOT (TRUE OR FALSE)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "()                            | Unsupported token ')' at char 1, must be: '(', 'NOT', TRUE",
        "ALARM(SampleQueue Oldest Age) | Unsupported token 'Oldest' at char 18, must be: ')'",
        "ALARM(a) ALARM(b)             | Unsupported token 'ALARM' at char 9, must be: 'AND' or 'OR'",
        "ALARM()                       | Unsupported token ')' at char 6, must be: the name or ARN",
        "ALARM(a                       | Unexpected end of rule at char 7, must be: ')'",
        "ALARM a                       | Unsupported token 'a' at char 6, must be: '('",
        "ALARM(\"a)                    | Missing closing quote for '\"' at char 6",
        "a AND b                       | Unsupported token 'a' at char 0",
        "TRUE AND                      | Unexpected end of rule at char 8",
        "AT_LEAST(2, ALARM, (a, b))    | AT_LEAST in an AlarmRule is not modelled",
      })
  void saysWhatIsWrongAndWhere(String rule, String problem) {
    assertThatThrownBy(() -> CompositeRule.parse(rule))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void refusesAnEmptyRule(String rule) {
    assertThatThrownBy(() -> CompositeRule.parse(rule)).hasMessageContaining("10240");
  }

  @Test
  void keepsToTheLimitsOfTheService() {
    assertThatThrownBy(() -> CompositeRule.parse(joined("ALARM(a%d)", 101)))
        .hasMessage("AlarmRule must not refer to more than 100 alarms");
    assertThatThrownBy(() -> CompositeRule.parse(joined("TRUE", 501)))
        .hasMessage("AlarmRule must not have more than 500 elements");
    assertThatThrownBy(() -> CompositeRule.parse("NOT ".repeat(2_000) + "TRUE"))
        .hasMessageContaining("nested");
    assertThat(CompositeRule.parse(joined("ALARM(a%d)", 100)).alarms()).hasSize(100);
  }

  private static String joined(String element, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> element.formatted(i))
        .collect(Collectors.joining(" OR "));
  }
}
