package io.tagwatch.alarms.rule;

/**
 * How often EC2 publishes. See "Manage detailed monitoring for your EC2 instances" and "CloudWatch
 * metrics that are available for your instances" in the EC2 user guide.
 */
public final class Monitoring {
  /** Seconds between datapoints with detailed monitoring. */
  public static final int DETAILED_SECONDS = 60;

  /** Seconds between datapoints with basic monitoring. */
  public static final int BASIC_SECONDS = 300;

  private Monitoring() {}

  static int seconds(boolean detailed) {
    return detailed ? DETAILED_SECONDS : BASIC_SECONDS;
  }

  /**
   * Seconds between datapoints of a metric of {@code AWS/EC2}: status checks come every minute and
   * CPU credits every five, whatever the mode.
   */
  public static int publishedEvery(String metric, boolean detailed) {
    if (metric.startsWith("StatusCheckFailed")) {
      return DETAILED_SECONDS;
    }
    return metric.startsWith("CPUCredit") || metric.startsWith("CPUSurplusCredit")
        ? BASIC_SECONDS
        : seconds(detailed);
  }
}
