package io.tagwatch.alarms;

import io.tagwatch.common.config.ConfigException;
import java.util.regex.Pattern;

/** The name of a deployment stands in names of alarms, queues and topics. */
final class DeploymentName {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._\\-]{1,64}");

  private DeploymentName() {}

  static void check(String name) {
    if (!ALLOWED.matcher(name).matches()) {
      throw ConfigException.of(
          "environment",
          "TAGWATCH_DEPLOYMENT \"" + name + "\" must be 1 to 64 letters, digits and . _ -");
    }
  }
}
