package io.tagwatch.uptime.publish;

/** Limits of PutMetricData; see the API reference and the page "CloudWatch quotas". */
final class CloudWatchLimits {
  /** Different metrics in one request. */
  static final int DATUMS_PER_REQUEST = 1_000;

  /** Bytes of one request; ours are counted before compression, to be on the safe side. */
  static final int BYTES_PER_REQUEST = 1_000_000;

  private CloudWatchLimits() {}
}
