package io.tagwatch.alarms.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.rule.AlarmsConfig;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckMetricsTest {
  private static final String CHECKS = "{'checks': ['http://a.example', 'http://b.example']}";

  @Test
  void followsTheNamespaceOfTheDeploymentWhereARuleNamesNone() {
    Desired desired = desired("metric': 'Up'", "Acme");

    assertThat(desired.findings()).isEmpty();
    assertThat(namespaces(desired)).containsOnly("Acme/Uptime");
  }

  @Test
  void tellsOnceOfARuleThatLooksElsewhereAndObeysIt() {
    Desired desired = desired("metric': 'Tagwatch/Uptime Up'", "Acme");

    assertThat(namespaces(desired)).containsOnly("Tagwatch/Uptime");
    assertThat(desired.findings())
        .containsExactly(
            new Finding(
                "",
                "check-down",
                "the metric Tagwatch/Uptime Up is not in Acme/Uptime, where this deployment"
                    + " publishes its checks; write metric: Up, unless you publish Tagwatch/Uptime"
                    + " Up yourself"));
  }

  @Test
  void saysNothingOfTheWholeNameInTheUsualNamespace() {
    assertThat(desired("metric': 'Tagwatch/Uptime Up'", "Tagwatch").findings()).isEmpty();
  }

  @Test
  void followsTheNamespaceInMetricMathToo() {
    Desired desired =
        desired(
            "expression': '1 - up', 'metrics': {'up': {'metric': 'Up', 'statistic': 'min'}}",
            "Acme");

    assertThat(namespaces(desired)).containsOnly("Acme/Uptime");
  }

  @Test
  void wantsANamespaceInRulesAboutAnythingElse() {
    assertThatThrownBy(
            () ->
                TestConfigs.read(
                    "{'alarms': {'a': {'metric': 'Up', 'statistic': 'min', 'critical': '< 1'}}}",
                    "{}"))
        .hasMessageContaining("\"Up\" is not a metric");
  }

  private static Desired desired(String metric, String namespace) {
    AlarmsConfig config =
        TestConfigs.read(
            "{'alarms': {'check-down': {'subject': 'checks', 'statistic': 'min', 'critical': '< 1',"
                + " '"
                + metric
                + "}}}",
            CHECKS);
    Deployment deployment =
        new Deployment("prod", Optional.empty(), "eu-west-1", namespace, Instant.EPOCH);
    return new DesiredBuilder(config, deployment).checksAndStatics().build(new SeriesCatalog());
  }

  private static java.util.stream.Stream<String> namespaces(Desired desired) {
    return desired.alarms().values().stream()
        .flatMap(alarm -> alarm.alarm().watched().metrics().stream())
        .map(OneMetric::metric)
        .map(metric -> metric.namespace());
  }
}
