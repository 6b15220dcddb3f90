package io.tagwatch.cli.command;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.common.config.Node;
import java.util.List;
import java.util.stream.Collectors;

/** What commands about alarms have in common: their two files, and the cloud's refusals. */
final class Rules {
  private Rules() {}

  /** alarms.yaml and checks.yaml as alarms-lambda understands them. */
  static AlarmsConfig read(ConfigOption config) {
    ConfigFolder folder = new ConfigFolder(config.existing());
    return AlarmsConfig.read(folder.read("alarms"), folder.read("checks"));
  }

  /** alarms.yaml as it was written. */
  static Node document(ConfigOption config) {
    return new ConfigFolder(config.existing()).read("alarms").root();
  }

  /** What was not read, in one sentence with the remedy that fits. */
  static UserError unread(List<Failure> failures) {
    String all =
        failures.stream()
            .map(failure -> failure.operation() + ": " + failure.message())
            .distinct()
            .collect(Collectors.joining("; "));
    if (all.contains("Unable to load credentials")) {
      return UserError.cloud(
          "no AWS credentials were found; set AWS_PROFILE or AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, or name an embedded cloud with --endpoint");
    }
    return UserError.cloud("the cloud could not be read: " + all.replaceAll("\\s+", " "));
  }
}
