package io.tagwatch.local.sqs;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which queue: names are unique within a region, and case-sensitive. */
record QueueId(String region, String name) implements Comparable<QueueId> {
  static final String FIFO_SUFFIX = ".fifo";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]{1," + SqsLimits.QUEUE_NAME_CHARACTERS + "}");
  private static final int ARN_PARTS = 6;

  boolean fifo() {
    return name.endsWith(FIFO_SUFFIX);
  }

  String arn(String account) {
    return "arn:aws:sqs:" + region + ":" + account + ":" + name;
  }

  String url(URI cloud, String account) {
    String base = cloud.toString();
    return (base.endsWith("/") ? base : base + "/") + account + "/" + name;
  }

  /** The queue that an ARN names; empty when it is not the ARN of a queue. */
  static Optional<QueueId> ofArn(String arn) {
    String[] parts = arn.split(":", -1);
    boolean queue =
        parts.length == ARN_PARTS
            && parts[0].equals("arn")
            && parts[2].equals("sqs")
            && !parts[3].isEmpty()
            && !parts[5].isEmpty();
    return queue ? Optional.of(new QueueId(parts[3], parts[5])) : Optional.empty();
  }

  /** Refuses a name that CreateQueue would refuse. */
  void requireCreatable(boolean asFifo) {
    if (asFifo) {
      if (!fifo() || !wellFormed()) {
        throw SqsFaults.invalidParameter(
            "The name of a FIFO queue can only include alphanumeric characters, hyphens, or "
                + "underscores, must end with .fifo suffix and be 1 to 80 in length.");
      }
    } else if (fifo() || !wellFormed()) {
      throw SqsFaults.invalidParameter(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
  }

  private boolean wellFormed() {
    String stem = fifo() ? name.substring(0, name.length() - FIFO_SUFFIX.length()) : name;
    return name.length() <= SqsLimits.QUEUE_NAME_CHARACTERS && NAME.matcher(stem).matches();
  }

  @Override
  public int compareTo(QueueId other) {
    int byRegion = region.compareTo(other.region);
    return byRegion != 0 ? byRegion : name.compareTo(other.name);
  }
}
