package io.tagwatch.local.cloudwatch;

import java.time.Duration;

/**
 * Limits of the CloudWatch API. See the service's "CloudWatch service quotas" page and the API
 * reference of each operation.
 */
final class Limits {
  static final int NAME = 255;
  static final int DESCRIPTION = 1_024;
  static final int ACTION_ARN = 1_024;
  static final int ACTIONS_PER_STATE = 5;
  static final int DIMENSIONS = 30;
  static final int DIMENSION_VALUE = 1_024;
  static final int RULE = 10_240;
  static final int STATE_REASON = 1_023;
  static final int STATE_REASON_DATA = 4_000;
  static final int TAGS = 50;
  static final int TAG_KEY = 128;
  static final int TAG_VALUE = 256;

  /** PutMetricAlarm: Period times EvaluationPeriods, for periods of an hour and more. */
  static final Duration LONGEST_EVALUATION = Duration.ofDays(7);

  /** PutMetricAlarm: Period times EvaluationPeriods, for periods below an hour. */
  static final Duration LONGEST_EVALUATION_OF_SHORT_PERIODS = Duration.ofDays(1);

  /** PutMetricAlarm: elements of Metrics. */
  static final int QUERIES_PER_ALARM = 20;

  static final int EXPRESSION = 2_048;

  /** PutCompositeAlarm: "as many as 100 underlying alarms". */
  static final int CHILDREN_PER_COMPOSITE = 100;

  /** DeleteAlarms, EnableAlarmActions, DisableAlarmActions, DescribeAlarms. */
  static final int ALARM_NAMES = 100;

  /** DeleteAlarms: "no more than one composite alarm". */
  static final int COMPOSITES_PER_DELETE = 1;

  static final int RECORDS_PER_PAGE = 100;

  /** DescribeAlarms without MaxRecords, as the service behaves. */
  static final int DEFAULT_ALARMS_PER_PAGE = 50;

  /** DescribeAlarmHistory: how long items are kept. */
  static final Duration HISTORY_KEPT = Duration.ofDays(30);

  /** A bound of our own, about 150 MB: the newest items of a region. */
  static final int HISTORY_ITEMS = 100_000;

  static final int HISTORY_SUMMARY = 255;
  static final int DATUMS_PER_REQUEST = 1_000;
  static final int VALUES_PER_DATUM = 150;

  /** PutMetricData: values lie between -2^360 and 2^360. */
  static final double LARGEST_VALUE = 0x1p360;

  /** PutMetricData: "as much as two weeks before the current date". */
  static final Duration OLDEST_DATUM = Duration.ofDays(14);

  /** PutMetricData: "as much as 2 hours after the current day and time". */
  static final Duration NEWEST_DATUM = Duration.ofHours(2);

  static final int METRICS_PER_PAGE = 500;
  static final int DIMENSION_FILTERS = 10;

  /** ListMetrics: metrics without data for two weeks are not listed. */
  static final Duration METRIC_LISTED = Duration.ofDays(14);

  /** ListMetrics: the one value of RecentlyActive. */
  static final Duration RECENTLY_ACTIVE = Duration.ofHours(3);

  static final int STATISTICS_DATAPOINTS = 1_440;
  static final int STATISTICS = 5;
  static final int EXTENDED_STATISTICS = 10;
  static final int QUERIES_PER_REQUEST = 500;
  static final int DATAPOINTS_PER_PAGE = 100_800;

  private Limits() {}
}
