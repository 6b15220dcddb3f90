package io.tagwatch.cli.pipeline;

import io.tagwatch.alarms.AlarmsHandler;
import io.tagwatch.common.Environment;
import io.tagwatch.notify.NotifyHandler;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.uptime.UptimeHandler;

/** The handlers that run on AWS Lambda, as they are. */
public final class LambdaFunctions {
  private LambdaFunctions() {}

  /** With nobody who hears what became of messages. */
  public static Functions of(Environment environment) {
    return of(environment, Outcomes.UNHEARD);
  }

  /**
   * @param outcomes told what became of each message
   */
  public static Functions of(Environment environment, Outcomes outcomes) {
    return new Functions(
        new UptimeHandler(environment),
        new AlarmsHandler(environment),
        new NotifyHandler(environment, outcomes));
  }
}
