package io.tagwatch.alarms.fleet;

/** The series that CloudWatch knows. */
public interface SeriesSource {

  /** Series with data in the last three hours. */
  Listing<Series> active(MetricName metric);

  /** Series with data in the last two weeks. */
  Listing<Series> known(MetricName metric);

  /** All series of one server, of any metric, with data in the last three hours. */
  Listing<Series> activeOf(String serverId);
}
