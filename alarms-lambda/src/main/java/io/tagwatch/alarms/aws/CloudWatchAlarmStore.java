package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched.Combination;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.sync.AlarmStore;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.alarms.sync.WriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * Alarms through DescribeAlarms, PutMetricAlarm, PutCompositeAlarm, SetAlarmState and DeleteAlarms.
 */
public final class CloudWatchAlarmStore implements AlarmStore {
  /** Alarms on a page; see the API reference of DescribeAlarms. */
  private static final int PER_PAGE = 100;

  /** Calls of DescribeAlarms per second; see the service quotas of CloudWatch. */
  public static final double READS_PER_SECOND = 9;

  private static final AlarmType[] ALL = {AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM};

  private final Supplier<CloudWatchClient> reads;
  private final Supplier<CloudWatchClient> writes;
  private final TokenBucket bucket;

  /**
   * @param bucket keeps DescribeAlarms below its quota
   */
  public CloudWatchAlarmStore(
      Supplier<CloudWatchClient> reads, Supplier<CloudWatchClient> writes, TokenBucket bucket) {
    this.reads = reads;
    this.writes = writes;
    this.bucket = bucket;
  }

  @Override
  public Listing<ActualAlarm> list(String prefix) {
    return describe(request -> request.alarmNamePrefix(prefix), CloudWatchAlarmStore::alarms);
  }

  @Override
  public Listing<String> existing(Set<String> names) {
    return describe(
        request -> request.alarmNames(names), response -> alarms(response).map(ActualAlarm::name));
  }

  @Override
  public WriteOutcome put(Alarm alarm) {
    Optional<Combination> combination =
        alarm.watched() instanceof Combination c ? Optional.of(c) : Optional.empty();
    try {
      combination.ifPresentOrElse(
          c -> writes.get().putCompositeAlarm(SdkComposites.request(alarm, c)),
          () -> writes.get().putMetricAlarm(SdkAlarms.request(alarm)));
      return new WriteOutcome.Done();
    } catch (SdkException e) {
      return Faults.outcome(combination.isPresent() ? "PutCompositeAlarm" : "PutMetricAlarm", e);
    }
  }

  @Override
  public WriteOutcome reset(String name, String reason) {
    try {
      writes
          .get()
          .setAlarmState(
              request ->
                  request
                      .alarmName(name)
                      .stateValue(StateValue.INSUFFICIENT_DATA)
                      .stateReason(reason));
      return new WriteOutcome.Done();
    } catch (SdkException e) {
      return Faults.outcome("SetAlarmState", e);
    }
  }

  @Override
  public WriteOutcome delete(List<String> names) {
    try {
      writes.get().deleteAlarms(request -> request.alarmNames(names));
      return new WriteOutcome.Done();
    } catch (SdkException e) {
      return Faults.outcome("DeleteAlarms", e);
    }
  }

  private interface Read<T> {
    Stream<T> of(DescribeAlarmsResponse response);
  }

  private <T> Listing<T> describe(Consumer<DescribeAlarmsRequest.Builder> narrowed, Read<T> read) {
    return Pages.all(
        "cloudwatch",
        "DescribeAlarms",
        token -> {
          DescribeAlarmsRequest.Builder request =
              DescribeAlarmsRequest.builder().alarmTypes(ALL).maxRecords(PER_PAGE).nextToken(token);
          narrowed.accept(request);
          bucket.take();
          DescribeAlarmsResponse response = reads.get().describeAlarms(request.build());
          return new Pages.Page<>(read.of(response).toList(), response.nextToken());
        });
  }

  private static Stream<ActualAlarm> alarms(DescribeAlarmsResponse response) {
    return Stream.concat(
        response.metricAlarms().stream().map(SdkAlarms::actual),
        response.compositeAlarms().stream().map(SdkComposites::actual));
  }
}
