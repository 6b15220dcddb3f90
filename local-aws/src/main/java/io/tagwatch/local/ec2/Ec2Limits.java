package io.tagwatch.local.ec2;

import java.time.Duration;

/**
 * Limits of EC2. See "Tag your Amazon EC2 resources" and the API reference of DescribeInstances,
 * DescribeTags and TerminateInstances.
 */
final class Ec2Limits {
  static final int TAGS_PER_RESOURCE = 50;
  static final int TAG_KEY_CHARACTERS = 128;
  static final int TAG_VALUE_CHARACTERS = 256;
  static final int SMALLEST_PAGE = 5;
  static final int LARGEST_PAGE = 1_000;
  static final int FILTER_VALUES = 200;

  /** Resources in one CreateTags or DeleteTags. */
  static final int RESOURCES_PER_TAGGING = 1_000;

  /** How long a terminated instance is still shown; AWS says "approximately one hour". */
  static final Duration TERMINATED_VISIBLE = Duration.ofHours(1);

  /** Our own: AWS limits by vCPUs, which this cloud does not count. */
  static final int INSTANCES_PER_LAUNCH = 10_000;

  private Ec2Limits() {}
}
