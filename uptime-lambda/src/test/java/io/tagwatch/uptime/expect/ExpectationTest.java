package io.tagwatch.uptime.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.uptime.jsonpath.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {
  private static final String BODY =
      "{\"status\":\"ok\",\"replication\":{\"lag\":1.49},\"n\":1.0,\"text\":\"7\",\"none\":null,"
          + "\"on\":true,\"tags\":[\"a\",\"b\"],\"list\":[1,2],\"path\":\"C:\\\\dir\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status == 200",
        "status in 200..299",
        "status in 204, 200",
        "status in 100..150, 200..201",
        "status != 500",
        "status not in 400..599",
        "status < 300",
        "status >= 200",
        "status not == 1e2",
        "latency < 800ms",
        "latency <= 120ms",
        "latency == 120ms",
        "latency in 0s..1s",
        "latency < 1m",
        "body contains \"ok\"",
        "body not contains \"error\"",
        "body matches \"\\\"lag\\\":\\d+\\.\\d+\"",
        "body not matches \"^ok$\"",
        "body != \"ok\"",
        "header content-type matches \"^application/json\"",
        "header Content-Type contains \"json\"",
        "header x-count == 12",
        "header x-count < 12.5",
        "header x-absent not contains \"a\"",
        "header x-absent != \"a\"",
        "header x-count in 1..20",
        "header x-text in \"a\", \"b c\"",
        "json $.replication.lag < 1.5",
        "json $.n == 1",
        "json $.n == 1.000",
        "json $.status == \"ok\"",
        "json $.none == null",
        "json $.status != null",
        "json $.list != null",
        "json $.on == true",
        "json $.tags contains \"b\"",
        "json $.tags not contains \"c\"",
        "json $.list contains 2.0",
        "json $['replication']['lag'] in 1..2",
        "json $.list[?@ > 1] == 2",
        "json $.text == \"7\"",
        "json $.path == \"C:\\dir\"",
        "json $.path == \"C:\\\\dir\"",
        "json $.status matches \"^o\"",
        "certificate > 14d",
        "certificate >= 30d",
        "certificate not < 29d"
      })
  void holds(String text) {
    assertThat(Expectation.parse(text).decide(seen(BODY, true))).isEqualTo(Outcome.HOLDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status == 201 | status 200, expected status == 201",
        "status not in 200..299 | status 200, expected status not in 200..299",
        "latency < 100ms | latency is 120ms, expected latency < 100ms",
        "body contains \"fine\" | body is \"{\"status\":\"ok\"",
        "body not contains \"ok\" | body contains it",
        "header x-absent == \"a\" | there is no header x-absent",
        "header x-text < 3 | header x-text is \"b c\", not a number",
        "json $.missing < 1 | $.missing is missing",
        "json $.missing != 1 | $.missing is missing",
        "json $.missing not == 1 | $.missing is missing",
        "json $.text < 9 | $.text is \"7\", not a number",
        "json $.text != 9 | $.text is \"7\", not a number",
        "json $.list[*] == 1 | $.list[*] gives 2 values and not one",
        "json $.list == 1 | $.list is a list",
        "json $.replication == \"a\" | $.replication is an object",
        "json $.none == 0 | $.none is null, not a number",
        "json $.replication.lag < 1.49 | json $.replication.lag is 1.49, expected",
        "certificate > 31d | certificate has 30 days left",
      })
  void failsWithWhatWasFound(String text, String detail) {
    Outcome outcome = Expectation.parse(text).decide(seen(BODY, true));

    assertThat(outcome).isInstanceOf(Outcome.Fails.class);
    assertThat(((Outcome.Fails) outcome).detail()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status => 200 | unknown operator \"=>\"; did you mean \">=\"?",
        "status = 200 | did you mean \"==\"?",
        "status is 200 | did you mean \"==\"?",
        "body contians \"a\" | did you mean \"contains\"?",
        "body has \"a\" | did you mean \"contains\"?",
        "stauts == 200 | unknown subject \"stauts\"; did you mean \"status\"?",
        "colour == 200 | write one of status, latency, body, header, json, certificate",
        "status == \"200\" | write 200 without quotes",
        "status == ok | \"ok\" is not a status; write 200",
        "status == 42 | a whole number from 100 to 999",
        "status == 200.5 | a whole number from 100 to 999",
        "status in 299..200 | the range 299..200 is empty; write 200..299",
        "status in | nothing follows \"in\"; write status in 200..299",
        "status in 200, | a value is missing",
        "status contains 2 | \"contains\" is for text, not for status",
        "status | an operator is missing",
        "status == 200 201 | unexpected \"201\" at the end",
        "latency < 800 | \"800\" has no unit; write 800ms or 2s",
        "latency < fast | \"fast\" is not a duration",
        "latency < 800 ms | \"800\" has no unit; write 800ms without a blank",
        "latency < 2 parsecs | unknown unit \"parsecs\"; write one of ms, s, m, h, d, such as 800ms",
        "latency < 2parsecs | unknown unit \"parsecs\"; write one of ms, s, m, h, d",
        "latency < 1.5s | \"1.5s\" is not a duration; write a whole number",
        "certificate > 2 weeks | unknown unit \"weeks\"",
        "latency matches \"a\" | \"matches\" is for text, not for latency",
        "certificate > 14 | \"14\" has no unit; write 14d",
        "certificate > \"14d\" | write 14d without quotes",
        "body contains ok | write \"ok\" in double quotes",
        "body contains 5 | body is text; write \"5\" in double quotes",
        "body contains \"ok | is not closed",
        "body < 5 | \"<\" is for numbers, not for body",
        "body matches ok | needs a regular expression in double quotes",
        "body matches \"(a\" | the regular expression \"(a\" cannot be used",
        "body matches \"(?=a)\" | look-ahead",
        "body matches \"(?<!a)b\" | negative look-behind",
        "body matches \"(a)\\1\" | back references are not supported",
        "body matches \"(?>a)\" | atomic groups",
        "body matches \"a{2000}\" | cannot be used",
        "body matches \"[z-a]\" | cannot be used",
        "header == \"a\" | needs the header's name",
        "header x-a < \"b\" | \"<\" needs a number",
        "json .a == 1 | does not begin with a JSONPath",
        "json $.a[ == 1 | does not begin with a JSONPath",
        "json $.a == ok | write \"ok\" in double quotes",
        "json $.a < true | \"<\" needs a number",
        "json $.a in 1..\"b\" | a range goes from number to number",
        "json $.a | an operator is missing",
        "body not | an operator is missing",
      })
  void namesTheWordAndTheRemedy(String text, String message) {
    assertThatThrownBy(() -> Expectation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void asksForMoreOfTheBodyOnlyWhileItCanMatter() {
    assertThat(decide("body contains \"ok\"", "…ok…")).isEqualTo(Outcome.HOLDS);
    assertThat(decide("body contains \"ok\"", "…o")).isEqualTo(Outcome.OPEN);
    assertThat(decide("body not contains \"ok\"", "ok")).isInstanceOf(Outcome.Fails.class);
    assertThat(decide("body not contains \"ok\"", "fine")).isEqualTo(Outcome.OPEN);
    assertThat(decide("body matches \"o+\"", "ook")).isEqualTo(Outcome.HOLDS);
    assertThat(decide("body matches \"o$\"", "o")).isEqualTo(Outcome.OPEN);
    assertThat(decide("body == \"ok\"", "ok")).isEqualTo(Outcome.OPEN);
    assertThat(decide("json $.a == 1", "{\"a\":1}")).isEqualTo(Outcome.OPEN);
  }

  @Test
  void saysThatTheBodyIsNotJson() {
    Outcome outcome = Expectation.parse("json $.a == 1").decide(seen("<html>", true));

    assertThat(((Outcome.Fails) outcome).detail()).startsWith("body is not JSON: ");
  }

  @Test
  void takesTimeLinearInTheTextForHostileExpressions() {
    Expectation expectation = Expectation.parse("body matches \"(.*?,){18}P\"");
    String text = "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,".repeat(200);

    long start = System.nanoTime();
    Outcome outcome = expectation.decide(seen(text, true));

    assertThat(outcome).isInstanceOf(Outcome.Fails.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body contains \"ok\"",
        "body matches \"^ok\"",
        "body == \"ok\"",
        "body in \"ok\", \"fine\"",
        "json $.a == 1",
        "json $ == \"ok\"",
        "json $ < 1",
        "header x-secret == \"ok\"",
        "header x-secret < 1"
      })
  void takesSecretsOutBeforeItCuts(String expectation) {
    String secret = "s3cret-0123456789";
    for (String text :
        List.of(secret, "x".repeat(70) + secret, '"' + "x".repeat(70) + secret + '"')) {
      Observation seen =
          new Observation(
              OptionalInt.of(200),
              Duration.ZERO,
              name -> Optional.of(text),
              new FixedBody(text, true),
              Optional.empty(),
              told -> told.replace(secret, "(secret)"));

      Outcome outcome = Expectation.parse(expectation).decide(seen);

      assertThat(outcome).isInstanceOf(Outcome.Fails.class);
      assertThat(((Outcome.Fails) outcome).detail()).doesNotContain("s3cr");
    }
  }

  private static Outcome decide(String expectation, String soFar) {
    return Expectation.parse(expectation).decide(seen(soFar, false));
  }

  private static Observation seen(String text, boolean complete) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("content-type", "application/json");
    headers.put("x-count", "12");
    headers.put("x-text", "b c");
    return new Observation(
        OptionalInt.of(200),
        Duration.ofMillis(120),
        name -> Optional.ofNullable(headers.get(name)),
        new FixedBody(text, complete),
        Optional.of(Duration.ofDays(30).plusHours(3)),
        told -> told);
  }

  private record FixedBody(String text, boolean complete) implements Observation.Body {
    @Override
    public Object json() {
      return JsonText.parse(text);
    }
  }
}
