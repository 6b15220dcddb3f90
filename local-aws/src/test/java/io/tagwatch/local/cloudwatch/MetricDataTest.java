package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.local.protocol.AwsFault;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetricDataTest {
  private static final String AT = "MetricData.member.1.";

  private final Watch watch = new Watch();

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            "InvalidParameterCombination",
            "At least one of the parameters " + AT + "Value, ",
            datum()),
        refusal(
            "InvalidParameterCombination",
            "The parameters "
                + AT
                + "Value and "
                + AT
                + "StatisticValues are mutually exclusive and you have specified both.",
            datum("Value", 1, "StatisticValues", Map.of())),
        refusal(
            "InvalidParameterValue",
            "The value NaN for parameter " + AT + "Value is invalid.",
            datum("Value", Double.NaN)),
        refusal(
            "InvalidParameterValue",
            "The value Infinity for parameter",
            datum("Value", Double.POSITIVE_INFINITY)),
        refusal(
            "InvalidParameterValue",
            "for parameter " + AT + "Value is invalid.",
            datum("Value", 0x1p361)),
        refusal(
            "InvalidParameterValue",
            "The parameters " + AT + "Values and " + AT + "Counts must be of the same size.",
            datum("Values", List.of(1, 2), "Counts", List.of(1))),
        refusal(
            "InvalidParameterValue",
            "The collection " + AT + "Values must not have a size greater than 150.",
            datum("Values", Collections.nCopies(151, 1))),
        refusal(
            "InvalidParameterValue",
            "The parameter " + AT + "Unit must be a value in the set [ Seconds, ",
            datum("Value", 1, "Unit", "Apples")),
        refusal(
            "InvalidParameterValue",
            "must specify a time within the past two weeks.",
            datum("Value", 1, "Timestamp", "2026-11-07T07:59:59Z")),
        refusal(
            "InvalidParameterValue",
            "no more than two hours in the future",
            datum("Value", 1, "Timestamp", "2026-11-21T10:00:01Z")),
        refusal(
            "InvalidParameterValue",
            "StorageResolution must be a value in the set [ 1, 60 ].",
            datum("Value", 1, "StorageResolution", 10)),
        refusal(
            "MissingParameter",
            "The parameter " + AT + "StatisticValues.Sum is required.",
            datum("StatisticValues", Map.of("SampleCount", 1, "Minimum", 1, "Maximum", 1))),
        refusal(
            "MissingParameter",
            "The parameter " + AT + "Dimensions.member.1.Value is required.",
            datum("Value", 1, "Dimensions", List.of(Map.of("Name", "a", "Value", "")))),
        refusal(
            "MissingParameter",
            "The parameter " + AT + "MetricName is required.",
            Map.of("Value", 1)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusals")
  void refusesData(String code, String sentence, Map<String, Object> datum) {
    assertThatThrownBy(() -> watch.put("App", datum))
        .isInstanceOf(AwsFault.class)
        .hasMessageContaining(sentence)
        .extracting(fault -> ((AwsFault) fault).code())
        .isEqualTo(code);
  }

  @Test
  void takesAllDataOfARequestOrNone() {
    assertThatThrownBy(
            () ->
                watch.call(
                    "PutMetricData",
                    "Namespace",
                    "App",
                    "MetricData",
                    List.of(datum("Value", 1), datum("Value", Double.NaN), datum("Value", "x"))))
        .hasMessage(
            "The value NaN for parameter MetricData.member.2.Value is invalid.\n"
                + "Value x for parameter Value is not a number");

    assertThat(metrics()).isEmpty();
  }

  @Test
  void refusesWhatItWouldHaveToDrop() {
    assertThatThrownBy(
            () ->
                watch.call(
                    "PutMetricData", "Namespace", "App", "EntityMetricData", List.of(Map.of())))
        .hasMessage("EntityMetricData is not modelled by the embedded cloud.");
    assertThatThrownBy(() -> watch.put("App", datum("Value", 1, "Colour", "red")))
        .hasMessageContaining("does not model Colour");
    assertThatThrownBy(() -> watch.put(":App", datum("Value", 1)))
        .hasMessage("The value :App for parameter Namespace is invalid.");
    assertThatThrownBy(() -> watch.call("PutMetricData", "Namespace", "App"))
        .hasMessage("The parameter MetricData is required.");
  }

  @Test
  void listsMetricsByNamespaceNameAndDimensions() {
    watch.put("App", datum("Value", 1));
    watch.put("App", datum("Value", 1, "Dimensions", dimensions("Host", "a", "Path", "/")));
    watch.put("Other", datum("Value", 1, "Dimensions", dimensions("Host", "b")));

    assertThat(metrics()).hasSize(3);
    assertThat(metrics("Namespace", "App")).hasSize(2);
    assertThat(metrics("MetricName", "none")).isEmpty();
    assertThat(metrics("Dimensions", List.of(Map.of("Name", "Host")))).hasSize(2);
    assertThat(metrics("Dimensions", dimensions("Host", "a")))
        .containsExactly(
            Map.of(
                "Namespace",
                "App",
                "MetricName",
                "m",
                "Dimensions",
                List.of(
                    Map.of("Name", "Host", "Value", "a"), Map.of("Name", "Path", "Value", "/"))));
  }

  @Test
  void forgetsToListMetricsThatWentQuiet() {
    watch.put("App", datum("Value", 1));

    watch.clock.advance(Duration.ofHours(4));

    assertThat(metrics()).hasSize(1);
    assertThat(metrics("RecentlyActive", "PT3H")).isEmpty();
    assertThatThrownBy(() -> metrics("RecentlyActive", "PT1H"))
        .hasMessage("The value PT1H for parameter RecentlyActive is invalid.");

    watch.clock.advance(Duration.ofDays(14));

    assertThat(metrics()).isEmpty();
  }

  @Test
  void refusesTokensThatItDidNotGiveOut() {
    assertThatThrownBy(() -> metrics("NextToken", "x"))
        .hasMessage("Request parameter NextToken is invalid");
  }

  private List<Map<String, Object>> metrics(Object... members) {
    return Watch.list(watch.call("ListMetrics", members), "Metrics");
  }

  private static Arguments refusal(String code, String sentence, Map<String, Object> datum) {
    return Arguments.of(code, sentence, datum);
  }

  private static List<Map<String, Object>> dimensions(String... pairs) {
    List<Map<String, Object>> result = new java.util.ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      result.add(Map.of("Name", pairs[i], "Value", pairs[i + 1]));
    }
    return result;
  }

  private static Map<String, Object> datum(Object... members) {
    Map<String, Object> datum = new LinkedHashMap<>();
    datum.put("MetricName", "m");
    for (int i = 0; i < members.length; i += 2) {
      datum.put((String) members[i], members[i + 1]);
    }
    return datum;
  }
}
