package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.ServiceClient;
import io.tagwatch.local.StoppedClock;
import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Short words for the tests of this package: a CloudWatch without wires, and what it told topics.
 */
final class Watch {
  static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms";

  final StoppedClock clock;
  final CloudWatchService service;
  final List<Notice> notices = new ArrayList<>();

  private final ServiceClient client;

  Watch() {
    this(Store.forgetful(), "2026-11-21T08:00:00Z");
  }

  Watch(Store store, String now) {
    clock = new StoppedClock(now);
    service =
        new CloudWatchService(
            new CloudSetting("123456789012", URI.create("http://127.0.0.1:1"), clock, store),
            this::publish);
    client = new ServiceClient(service);
  }

  private String publish(String topic, Optional<String> subject, String message) {
    if (!topic.equals(TOPIC)) {
      throw new AwsFault("NotFound", 404, "Topic does not exist");
    }
    notices.add(new Notice(subject.orElseThrow(), message));
    return "id";
  }

  Map<String, Object> call(String operation, Object... members) {
    return client.call(operation, members);
  }

  /** An alarm over 95 percent on the processor of i-1, one of one minute; overridden by members. */
  void putAlarm(String name, Object... members) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("AlarmName", name);
    request.put("Namespace", "AWS/EC2");
    request.put("MetricName", "CPUUtilization");
    request.put("Dimensions", List.of(Map.of("Name", "InstanceId", "Value", "i-1")));
    request.put("Statistic", "Average");
    request.put("Period", 60);
    request.put("EvaluationPeriods", 1);
    request.put("Threshold", 95.0);
    request.put("ComparisonOperator", "GreaterThanThreshold");
    for (int i = 0; i < members.length; i += 2) {
      if (members[i + 1] == null) {
        request.remove(members[i]);
      } else {
        request.put((String) members[i], members[i + 1]);
      }
    }
    Object[] flat =
        request.entrySet().stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
            .toArray();
    call("PutMetricAlarm", flat);
  }

  /** One datum for the processor of i-1, now. */
  void putCpu(double value) {
    put("AWS/EC2", cpu("Value", value));
  }

  static Map<String, Object> cpu(Object... members) {
    Map<String, Object> datum = new LinkedHashMap<>();
    datum.put("MetricName", "CPUUtilization");
    datum.put("Dimensions", List.of(Map.of("Name", "InstanceId", "Value", "i-1")));
    for (int i = 0; i < members.length; i += 2) {
      datum.put((String) members[i], members[i + 1]);
    }
    return datum;
  }

  void put(String namespace, Map<String, Object> datum) {
    call("PutMetricData", "Namespace", namespace, "MetricData", List.of(datum));
  }

  /** Moves the clock and runs the ticks of whole minutes on the way. */
  void passMinutes(int minutes) {
    for (int i = 0; i < minutes; i++) {
      clock.advance(Duration.ofMinutes(1));
      service.tick(clock.instant());
    }
  }

  Map<String, Object> alarm(String name) {
    Map<String, Object> answer =
        call(
            "DescribeAlarms",
            "AlarmNames",
            List.of(name),
            "AlarmTypes",
            List.of("MetricAlarm", "CompositeAlarm"));
    List<Map<String, Object>> found = new ArrayList<>(list(answer, "MetricAlarms"));
    found.addAll(list(answer, "CompositeAlarms"));
    return found.getFirst();
  }

  String state(String name) {
    return (String) alarm(name).get("StateValue");
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> answer, String member) {
    return (List<Map<String, Object>>) answer.get(member);
  }

  static List<Object> names(Map<String, Object> answer, String list) {
    return list(answer, list).stream().map(alarm -> alarm.get("AlarmName")).toList();
  }

  /** What was told to a topic. */
  record Notice(String subject, String message) {}

  static Instant instant(String text) {
    return Instant.parse(text);
  }
}
