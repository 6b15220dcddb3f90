package io.tagwatch.alarms;

import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;

/** Configurations for tests, written as JSON with single quotes. */
public final class TestConfigs {
  /** The rules and profiles that most tests use. */
  public static final String ALARMS =
      """
      {'alarms': {
         'status-check': {'priority': 1, 'metric': 'AWS/EC2 StatusCheckFailed', 'statistic': 'Maximum',
                          'critical': '>= 1', 'datapoints': '2 of 2', 'period': '60s'},
         'cpu': {'metric': 'AWS/EC2 CPUUtilization', 'statistic': 'Average',
                 'warning': '> 80', 'critical': '> 95', 'period': 'auto'},
         'memory': {'metric': 'Tagwatch/Host mem_used_percent', 'statistic': 'Average',
                    'warning': '> 90', 'critical': '> 95', 'datapoints': '5 of 5', 'period': '60s'},
         'disk': {'metric': 'Tagwatch/Host disk_used_percent', 'statistic': 'Maximum',
                  'warning': '> 80', 'critical': '> 90', 'each': ['path'],
                  'exclude': {'fstype': ['tmpfs', 'overlay']}},
         'credits': {'metric': 'AWS/EC2 CPUCreditBalance', 'statistic': 'Minimum',
                     'critical': '< 10', 'period': '5m'},
         'check-down': {'subject': 'checks', 'metric': 'Tagwatch/Uptime Up', 'statistic': 'Minimum',
                        'critical': '< 1', 'missing': 'breaching'},
         'check-latency': {'subject': 'checks', 'metric': 'Tagwatch/Uptime Latency',
                           'statistic': 'p90', 'warning': '> 1000', 'critical': '> 3000'},
         'check-certificate': {'subject': 'checks', 'metric': 'Tagwatch/Uptime CertificateDaysLeft',
                               'statistic': 'Minimum', 'warning': '< 21', 'critical': '< 7'},
         'queue-depth': {'subject': 'static', 'metric': 'AWS/SQS ApproximateNumberOfMessagesVisible',
                         'statistic': 'Maximum', 'critical': '> 100'}},
       'profiles': {
         'base': {'servers': 'all', 'alarms': ['status-check', 'cpu', 'memory', 'disk']},
         'burst': {'servers': {'tag': 'Service', 'matches': 'burst*'}, 'alarms': ['credits']},
         'extra': {'alarms': ['credits']}}}
      """;

  private TestConfigs() {}

  /** The usual rules, without checks. */
  public static AlarmsConfig usual() {
    return read(ALARMS, "{}");
  }

  /** Reads both files; fails the test with their mistakes. */
  public static AlarmsConfig read(String alarms, String checks) {
    return AlarmsConfig.read(file("alarms.json", alarms), file("checks.json", checks));
  }

  /** A parsed file. */
  public static ConfigFile file(String name, String text) {
    Problems problems = new Problems(name);
    return new ConfigFile(problems, JsonDocument.parse(text.replace('\'', '"'), problems));
  }
}
