package io.tagwatch.common.price;

import java.util.Locale;

/** Something that AWS charges for; monthly where it is not a request, a second or a thousand. */
public enum PricedItem {
  /** Each metric that an alarm reads, with periods of a minute and longer. */
  ALARM_METRIC,
  /** The same with shorter periods. */
  HIGH_RESOLUTION_ALARM_METRIC,
  /** A composite alarm, whatever it names. */
  COMPOSITE_ALARM,
  /** A custom metric, of the first 10,000. */
  CUSTOM_METRIC,
  /** A custom metric of the next 240,000. */
  CUSTOM_METRIC_BEYOND_10000,
  /** A thousand requests of CloudWatch, such as PutMetricData; not GetMetricData. */
  THOUSAND_REQUESTS,
  /** A gigabyte of memory for a second, on arm64. */
  LAMBDA_GB_SECOND_ARM,
  /** One invocation. */
  LAMBDA_REQUEST;

  /** Its name in the table. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
