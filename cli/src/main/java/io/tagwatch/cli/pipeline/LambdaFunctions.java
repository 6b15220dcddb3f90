package io.tagwatch.cli.pipeline;

import io.tagwatch.alarms.AlarmsHandler;
import io.tagwatch.common.Environment;
import io.tagwatch.notify.NotifyHandler;
import io.tagwatch.uptime.UptimeHandler;

/** The handlers that run on AWS Lambda, as they are. */
public final class LambdaFunctions {
  private LambdaFunctions() {}

  public static Functions of(Environment environment) {
    return new Functions(
        new UptimeHandler(environment),
        new AlarmsHandler(environment),
        new NotifyHandler(environment));
  }
}
