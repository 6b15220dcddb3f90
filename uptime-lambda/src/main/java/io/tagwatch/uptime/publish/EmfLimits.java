package io.tagwatch.uptime.publish;

/**
 * Limits of the embedded metric format; see "Specification: Embedded metric format" in the
 * CloudWatch user guide.
 */
final class EmfLimits {
  /** Metrics that one directive may define. */
  static final int METRICS_PER_DIRECTIVE = 100;

  /**
   * Bytes of one log event in the older text of the specification; the newer one says 1 MB. Ours
   * are below 15,000: a name of 1,024 characters and a hundred metrics.
   */
  static final int BYTES_PER_EVENT = 262_144;

  private EmfLimits() {}
}
