package io.tagwatch.alarms.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What EC2 does to the server itself when the critical alarm fires. See "Create alarms to stop,
 * terminate, reboot, or recover an EC2 instance" in the CloudWatch user guide.
 */
public enum Ec2Action {
  /** Moves the server to other hardware; for failed system checks only. */
  RECOVER("StatusCheckFailed_System"),
  /** Restarts the operating system; for failed instance checks only. */
  REBOOT("StatusCheckFailed_Instance");

  private final String metric;

  Ec2Action(String metric) {
    this.metric = metric;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one metric of {@code AWS/EC2} that it is documented for. */
  String metric() {
    return metric;
  }

  /** The action's ARN in a region of whichever partition. */
  public String arn(String region) {
    String partition =
        region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    return "arn:" + partition + ":automate:" + region + ":ec2:" + word();
  }

  static Optional<Ec2Action> parse(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Ec2Action::word).toList();
  }
}
