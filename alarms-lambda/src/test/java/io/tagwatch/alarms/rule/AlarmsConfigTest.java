package io.tagwatch.alarms.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.config.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsConfigTest {

  @Test
  void knowsItsDefaults() {
    AlarmsConfig config =
        TestConfigs.read(
            "{'alarms': {'a': {'metric': 'AWS/EC2 X', 'statistic': 'max', 'critical': '> 1'},"
                + " 'b': {'metric': 'Own Y', 'statistic': 'p99', 'warning': '< 0.5'}}}",
            "{}");

    AlarmRule a = config.rules().get("a");
    AlarmRule b = config.rules().get("b");
    assertThat(config.writesPerSecond()).isEqualTo(3);
    assertThat(config.safety()).isEqualTo(new Safety(0.5, 20));
    assertThat(config.stopped()).isEqualTo(StoppedPolicy.KEEP);
    assertThat(config.statusTag()).isFalse();
    assertThat(config.join()).isEmpty();
    assertThat(a.subject()).isEqualTo(SubjectKind.SERVERS);
    assertThat(a.priority()).isEqualTo(100);
    assertThat(a.settings().period()).isEqualTo(Period.AUTO);
    assertThat(b.settings().period()).isEqualTo(new Period(60));
    assertThat(a.settings().datapoints()).hasToString("3 of 3");
    assertThat(a.settings().missing()).isEqualTo(MissingMode.MISSING);
    assertThat(b.settings().levels()).containsOnlyKeys(Severity.WARNING);
  }

  @Test
  void tellsEveryMistakeOfBothFilesAtOnce() {
    String alarms =
        """
        {'limits': {'writes_per_second': 0}, 'safty': {}, 'stopped': 'gone', 'status_tag': 'yes',
         'join': {'dimension': 'host', 'equals': 'dns'},
         'alarms': {
           'owner': {'metric': 'A B', 'statistic': 'max', 'critical': '> 1'},
           'a b': {'metric': 'A B', 'statistic': 'max', 'critical': '> 1'},
           'c': {'metric': 'CPU', 'statistic': 'median', 'critical': '=> 1', 'period': '45s',
                 'datapoints': '3 of 2', 'missing': 'none', 'subject': 'server'},
           'd': {},
           'e': {'metric': 'A B', 'statistic': 'max', 'critical': '> 1', 'warning': '> 2'},
           'f': {'metric': 'A B', 'statistic': 'max', 'critical': '> 1', 'warning': '< 0'},
           'check-down': {'metric': 'A B', 'statistic': 'min', 'critical': '< 1'}},
         'profiles': {'p': {'servers': 'some', 'alarms': ['e', 'z', 'e']},
                      'q': {'servers': {'tag': 'x'}}},
         'static': [{'alarm': 'e', 'dimensions': {'A': []}}, {}]}
        """;
    String checks = "{'checks': ['ftp://x', {'name': 'a b'}, {'url': 'http://a', 'alarm': 'on'}]}";

    assertThatThrownBy(() -> TestConfigs.read(alarms, checks))
        .isInstanceOf(ConfigException.class)
        .extracting(e -> ((ConfigException) e).files().stream().map(p -> p.size()).toList())
        .isEqualTo(List.of(29, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'alarms': {'check': {'metric': 'A B', 'statistic': 'max', 'critical': '> 1'}}} | reserved",
        "{'alarmz': {}} | did you mean \"alarms\"?",
        "{'alarms': {'a': {'metric': 'A B', 'statistic': 'max', 'critical': 95}}} | write an operator",
        "{'alarms': {'a': {'metric': 'A B', 'statistic': 'max', 'critical': '> 9O'}}} | write an operator",
        "{'alarms': {'a': {'metric': 'A B', 'statistic': 'max', 'critical': '> 1', 'period': '60s', 'datapoints': '1500 of 1500'}}} | at most 1440 periods",
        "{'alarms': {'a': {'metric': 'A B', 'statistic': 'max', 'critical': '> 1', 'period': '60000ms'}}} | \"60000ms\" is not a period",
        "{'profiles': {'p': {'alarms': ['cpu']}}} | unknown alarm \"cpu\"; define it under alarms, such as cpu: {metric: AWS/EC2 CPUUtilization, statistic: Average, critical: \"> 95\"}",
        "{'alarms': {'nginx-request': {'metric': 'A B', 'statistic': 'max', 'critical': '> 1'}}, 'profiles': {'p': {'alarms': ['nginx-requests']}}} | unknown alarm \"nginx-requests\"; did you mean \"nginx-request\"? If not, define it under alarms, such as nginx-requests: {metric: ",
        "{'static': [{'alarm': 'queue-depth', 'dimensions': {'A': 'b'}}]} | unknown alarm \"queue-depth\"; define it under alarms, such as queue-depth: {subject: static, metric: ",
      })
  void saysWhatToWriteInstead(String alarms, String message) {
    assertThatThrownBy(() -> TestConfigs.read(alarms, "{}")).hasMessageContaining(message);
  }

  @Test
  void namesTheCheckOfAMistakeButNoPassword() {
    String checks =
        "{'checks': [{'name': 'api', 'url': 'http://a', 'alarm': {'latency': 5}},"
            + " {'url': 'https://user:hunter2@host/'}, 'https://user:hunter2@host'] }";

    assertThatThrownBy(() -> TestConfigs.read("{}", checks))
        .hasMessageContaining("checks[0].alarm.latency (check \"api\")")
        .hasMessageContaining("take user and password out of the URL")
        .message()
        .doesNotContain("hunter2", "user:");
  }

  @Test
  void refusesTheSameFixedSubjectTwice() {
    String rule =
        "{'alarms': {'q': {'subject': 'static', 'metric': 'A B', 'statistic': 'max', 'critical': '> 1'}},";

    assertThatThrownBy(
            () ->
                TestConfigs.read(
                    rule + "'static': [{'alarm': 'q', 'dimensions': {'N': ['a', 'a']}}]}", "{}"))
        .hasMessageContaining("twice");
  }

  @Test
  void saysThatAFileIsMissing() {
    var folder = java.nio.file.Path.of("/nowhere-at-all");

    assertThatThrownBy(
            () ->
                AlarmsConfig.read(
                    io.tagwatch.common.config.ConfigFile.json(folder.resolve("alarms.json")),
                    io.tagwatch.common.config.ConfigFile.json(folder.resolve("checks.json"))))
        .hasMessageContaining("alarms.json")
        .hasMessageContaining("checks.json");
  }
}
