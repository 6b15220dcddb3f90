package io.tagwatch.uptime.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmfSinkTest {
  private static final Instant MINUTE = Instant.parse("2026-11-21T08:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final EmfSink sink =
      new EmfSink(new PrintStream(written, true, StandardCharsets.UTF_8), "Tagwatch/Uptime");

  @Test
  void writesOneObjectForEachCheckAndOneForTheRun() throws JsonProcessingException {
    put(
        datum("Up", "api", 1, Datum.Unit.NONE),
        datum("Latency", "api", 12.5, Datum.Unit.MILLISECONDS),
        datum("Up", "shop", 0, Datum.Unit.NONE),
        new Datum("ChecksRun", Optional.empty(), 2, Datum.Unit.COUNT, MINUTE));

    assertThat(lines()).hasSize(3);
    assertThat(JSON.readTree(lines().get(0)))
        .isEqualTo(
            JSON.readTree(
                """
                {"_aws": {"Timestamp": 1795248000000, "CloudWatchMetrics": [
                   {"Namespace": "Tagwatch/Uptime", "Dimensions": [["Check"]], "Metrics": [
                     {"Name": "Up", "Unit": "None"}, {"Name": "Latency", "Unit": "Milliseconds"}]}]},
                 "Check": "api", "Up": 1.0, "Latency": 12.5}"""));
    assertThat(JSON.readTree(lines().get(1)).path("Up").asDouble()).isZero();
    JsonNode run = JSON.readTree(lines().get(2));
    assertThat(run.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[]]");
    assertThat(run.has("Check")).isFalse();
  }

  @Test
  void neverDefinesMoreMetricsInOneObjectThanTheSpecificationAllows()
      throws JsonProcessingException {
    put(
        IntStream.range(0, 250)
            .mapToObj(i -> datum("M" + i, "n".repeat(1_024), i, Datum.Unit.COUNT))
            .toArray(Datum[]::new));

    assertThat(lines()).hasSize(3);
    for (String line : lines()) {
      assertThat(JSON.readTree(line).at("/_aws/CloudWatchMetrics/0/Metrics"))
          .hasSizeLessThanOrEqualTo(EmfLimits.METRICS_PER_DIRECTIVE);
      assertThat(line.length()).isLessThan(EmfLimits.BYTES_PER_EVENT);
    }
  }

  @Test
  void writesAMetricThatComesTwiceInTwoObjects() {
    put(datum("Up", "a", 1, Datum.Unit.NONE), datum("Up", "a", 0, Datum.Unit.NONE));

    assertThat(lines()).hasSize(2);
  }

  @Test
  void saysWhenNobodyTakesTheLines() {
    PrintStream closed = new PrintStream(written);
    closed.close();

    MetricSink.Delivery delivery =
        new EmfSink(closed, "Tagwatch/Uptime")
            .put(List.of(datum("Up", "a", 1, Datum.Unit.NONE)), Duration.ofSeconds(1));

    assertThat(delivery).isInstanceOf(MetricSink.Delivery.Lost.class);
  }

  private void put(Datum... datums) {
    assertThat(sink.put(List.of(datums), Duration.ofSeconds(1)))
        .isInstanceOf(MetricSink.Delivery.Taken.class);
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Datum datum(String metric, String check, double value, Datum.Unit unit) {
    return new Datum(metric, Optional.of(check), value, unit, MINUTE);
  }
}
