package io.tagwatch.alarms.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.alarm.Watched.Queries;
import io.tagwatch.alarms.alarm.Watched.Query;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmsConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MathTest {
  private static final String ALARMS =
      """
      {'alarms': {
         'errors': {'expression': '100 * bad / all', 'statistic': 'sum', 'critical': '> 5', 'each': ['site'],
                    'metrics': {'bad': {'metric': 'Tagwatch/Host nginx_5xx'},
                                'all': {'metric': 'Tagwatch/Host nginx_all', 'statistic': 'count'}}},
         'odd': {'metric': 'AWS/EC2 CPUUtilization', 'statistic': 'avg', 'warning': 'outside 2',
                 'critical': 'outside 3.5'}},
       'profiles': {'base': {'servers': 'all', 'alarms': ['errors', 'odd']}}}
      """;

  private final SeriesCatalog catalog = new SeriesCatalog();
  private final AlarmsConfig config = TestConfigs.read(ALARMS, "{}");

  @Test
  void joinsTheSeriesOfAllMetricsOfAnExpression() {
    series("nginx_5xx", "a");
    series("nginx_all", "a");
    series("nginx_all", "b");

    Desired desired = build(TestServers.running("i-1"));

    assertThat(desired.alarms()).doesNotContainKey("tagwatch/prod/i-1/errors:b/critical");
    Queries math = (Queries) alarm(desired, "i-1/errors:a/critical").watched();
    assertThat(math.thresholdMetric()).isEmpty();
    assertThat(math.queries()).extracting(Query::id).containsExactly("result", "all", "bad");
    assertThat(math.queries()).extracting(Query::returned).containsExactly(true, false, false);
    assertThat(math.queries().getFirst().expression()).contains("100 * bad / all");
    assertThat(math.metrics())
        .extracting(OneMetric::statistic)
        .containsExactly("SampleCount", "Sum");
    assertThat(math.metrics().getLast().dimensions())
        .containsExactly(Map.entry("InstanceId", "i-1"), Map.entry("site", "a"));
  }

  @Test
  void drawsABandOfTheWidthThatTheLevelOrTheTagSays() {
    Alarm rule = alarm(build(TestServers.running("i-1")), "i-1/odd/critical");
    Alarm tagged =
        alarm(build(TestServers.running("i-1", "tagwatch:odd", "1/2 5m")), "i-1/odd/warning");

    assertThat(rule.threshold()).isEmpty();
    assertThat(rule.comparison()).isEqualTo("LessThanLowerOrGreaterThanUpperThreshold");
    assertThat(((Queries) rule.watched()).thresholdMetric()).contains("band");
    assertThat(expression(rule)).isEqualTo("ANOMALY_DETECTION_BAND(m1, 3.5)");
    assertThat(expression(tagged)).isEqualTo("ANOMALY_DETECTION_BAND(m1, 1)");
  }

  @Test
  void refusesABandWithoutWidth() {
    Desired desired = build(TestServers.running("i-1", "tagwatch:odd", "0/2"));

    assertThat(desired.rejectedTags())
        .extracting(tag -> tag.column() + " " + tag.problem() + ": " + tag.expected())
        .containsExactly(
            "1 \"0\" is no width of an anomaly band: the width in standard deviations, more than 0,"
                + " such as 2");
    assertThat(expression(alarm(desired, "i-1/odd/critical")))
        .isEqualTo("ANOMALY_DETECTION_BAND(m1, 3.5)");
    assertThat(
            build(TestServers.running("i-1", "tagwatch:odd", "-2"))
                .rejectedTags()
                .getFirst()
                .problem())
        .startsWith("\"-2\" is no width");
    assertThatThrownBy(() -> read("'metric': 'X Y', 'statistic': 'sum', 'critical': 'outside 0'"))
        .hasMessageContaining("is not a level");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> read("'expression': 'a', 'statistic': 'sum', 'critical': '> 5'"))
        .hasMessageContaining("needs 1 to 10 metrics");
    assertThatThrownBy(
            () ->
                read("'metrics': {'A': {'metric': 'X Y', 'statistic': 'sum'}}, 'critical': '> 5'"))
        .hasMessageContaining("is no id")
        .hasMessageContaining("needs the key \"expression\"");
    assertThatThrownBy(
            () ->
                read(
                    "'metric': 'X Y', 'statistic': 'sum', 'critical': 'outside 3', 'warning': '>"
                        + " 5'"))
        .hasMessageContaining("all levels must be thresholds");
  }

  private static void read(String rule) {
    TestConfigs.read("{'alarms': {'a': {" + rule + "}}}", "{}");
  }

  private void series(String metric, String site) {
    catalog.addActive(
        "i-1",
        Series.of(
            new MetricName("Tagwatch/Host", metric), Map.of("InstanceId", "i-1", "site", site)));
  }

  private Desired build(Server server) {
    Instant now = Instant.parse("2026-11-21T08:00:00Z");
    return new DesiredBuilder(
            config, new Deployment("prod", Optional.empty(), "eu-west-1", "Tagwatch", now))
        .servers(List.of(server), catalog)
        .build(catalog);
  }

  private static Alarm alarm(Desired desired, String name) {
    return desired.alarms().get("tagwatch/prod/" + name).alarm();
  }

  private static String expression(Alarm alarm) {
    return ((Queries) alarm.watched()).queries().getLast().expression().orElseThrow();
  }
}
