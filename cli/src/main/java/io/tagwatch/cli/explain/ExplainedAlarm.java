package io.tagwatch.cli.explain;

import io.tagwatch.alarms.desired.Explanation.Row;
import io.tagwatch.common.alarm.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * One alarm of the server with everything that is known of it.
 *
 * @param row what rules and tags make of it
 * @param decidedBy by value: {@code levels}, {@code datapoints}, {@code period}, {@code statistic},
 *     {@code missing}
 * @param existing by severity, the alarms that CloudWatch has
 * @param names by severity
 * @param series what its signal says lately
 * @param metric for its unit; empty for metric math
 * @param obstacle why it will not tell anybody; empty when it can
 */
record ExplainedAlarm(
    Row row,
    Map<String, String> decidedBy,
    Map<Severity, AlarmReading> existing,
    Map<Severity, String> names,
    SeriesReading series,
    String metric,
    Optional<String> obstacle) {}
