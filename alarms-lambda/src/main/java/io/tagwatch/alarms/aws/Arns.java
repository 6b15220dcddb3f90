package io.tagwatch.alarms.aws;

import java.util.Optional;

/** Parts of an ARN; see "Amazon Resource Names" in the AWS general reference. */
final class Arns {
  private static final int REGION = 3;
  private static final int PARTS = 6;

  private Arns() {}

  /** The region that it names; empty for a text that is no ARN or names none. */
  static Optional<String> region(String arn) {
    String[] parts = arn.split(":", PARTS);
    return parts.length == PARTS && !parts[REGION].isEmpty()
        ? Optional.of(parts[REGION])
        : Optional.empty();
  }
}
