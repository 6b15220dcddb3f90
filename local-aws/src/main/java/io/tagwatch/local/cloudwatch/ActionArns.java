package io.tagwatch.local.cloudwatch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kinds of ARN that an alarm may name as an action. See PutMetricAlarm, AlarmActions, and
 * PutCompositeAlarm, AlarmActions.
 */
final class ActionArns {
  private static final String PARTITION = "arn:aws[a-z-]*";
  private static final Pattern TOPIC =
      Pattern.compile(PARTITION + ":sns:([a-z0-9-]+):(\\d{12}):[A-Za-z0-9_-]{1,256}(?:\\.fifo)?");

  private static final List<Pattern> OF_ANY_ALARM =
      List.of(
          TOPIC,
          Pattern.compile(PARTITION + ":lambda:[a-z0-9-]+:\\d{12}:function:[\\w$.:-]+"),
          Pattern.compile(PARTITION + ":ssm:[a-z0-9-]+:\\d{12}:opsitem:[1-4](?:#CATEGORY=\\w+)?"),
          Pattern.compile(PARTITION + ":ssm-incidents::\\d{12}:response-?plan/[\\w-]+"),
          Pattern.compile(PARTITION + ":aiops:[a-z0-9-]+:\\d{12}:investigation-group/[\\w-]+"));

  private static final List<Pattern> OF_METRIC_ALARMS =
      List.of(
          Pattern.compile(PARTITION + ":automate:[a-z0-9-]+:ec2:(?:stop|terminate|reboot|recover)"),
          Pattern.compile(
              PARTITION
                  + ":swf:[a-z0-9-]+:\\d{12}:action/actions/AWS_EC2\\.InstanceId"
                  + "\\.(?:Stop|Terminate|Reboot|Recover)/1\\.0"),
          Pattern.compile(PARTITION + ":autoscaling:[a-z0-9-]+:\\d{12}:scalingPolicy:.+"));

  private ActionArns() {}

  /** Whether it is a topic, the only kind of action that is carried out here. */
  static boolean isTopic(String arn) {
    return TOPIC.matcher(arn).matches();
  }

  /** Refuses what is no action of a metric alarm. */
  static void checkMetricAlarm(List<String> arns, String region) {
    for (String arn : arns) {
      if (!matches(arn, OF_ANY_ALARM) && !matches(arn, OF_METRIC_ALARMS)) {
        throw Faults.validation("Invalid arn syntax: " + arn);
      }
      checkRegion(arn, region);
    }
  }

  /** Refuses what is no action of a composite alarm. */
  static void checkCompositeAlarm(List<String> arns, String region) {
    for (String arn : arns) {
      if (matches(arn, OF_METRIC_ALARMS)) {
        throw Faults.validation("A composite alarm cannot have the action " + arn);
      }
      if (!matches(arn, OF_ANY_ALARM)) {
        throw Faults.validation("Invalid arn syntax: " + arn);
      }
      checkRegion(arn, region);
    }
  }

  private static void checkRegion(String arn, String region) {
    Matcher topic = TOPIC.matcher(arn);
    if (topic.matches() && !topic.group(1).equals(region)) {
      throw Faults.validation(
          "Invalid region " + topic.group(1) + " specified. Only " + region + " is supported.");
    }
  }

  private static boolean matches(String arn, List<Pattern> patterns) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(arn).matches());
  }
}
