package io.tagwatch.local.cloudwatch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ARNs of alarms. */
final class Arns {
  private static final Pattern ALARM =
      Pattern.compile("arn:aws[a-z-]*:cloudwatch:([a-z0-9-]+):(\\d{12}):alarm:(.+)");

  private Arns() {}

  static String ofAlarm(String region, String account, String name) {
    return "arn:" + partition(region) + ":cloudwatch:" + region + ":" + account + ":alarm:" + name;
  }

  /** The name in an alarm's ARN; the text itself when it is none, as alarm rules allow both. */
  static String alarmName(String arnOrName) {
    Matcher arn = ALARM.matcher(arnOrName);
    return arn.matches() ? arn.group(3) : arnOrName;
  }

  /** The name of an alarm of this region and account. */
  static Optional<String> alarmName(String arn, String region, String account) {
    Matcher matcher = ALARM.matcher(arn);
    return matcher.matches() && matcher.group(1).equals(region) && matcher.group(2).equals(account)
        ? Optional.of(matcher.group(3))
        : Optional.empty();
  }

  private static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
