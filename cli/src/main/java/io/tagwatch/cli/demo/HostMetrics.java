package io.tagwatch.cli.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * What EC2 and an agent such as Telegraf publish about servers every minute. Values hold until they
 * are set; a little of each minute's number is mixed in, so that the lines look alive.
 */
final class HostMetrics {
  private static final double CPU = 22;
  private static final double MEMORY = 58;
  private static final double DISK = 47;

  private final CloudWatchClient cloudWatch;
  private final Fleet fleet;
  private final Map<String, Double> values = new HashMap<>();

  HostMetrics(CloudWatchClient cloudWatch, Fleet fleet) {
    this.cloudWatch = cloudWatch;
    this.fleet = fleet;
  }

  /** From now on the disk under /data of that server is so full. */
  void fillDisk(String server, double percent) {
    values.put(server + " disk", percent);
  }

  /** From now on so much of that server's memory is in use. */
  void useMemory(String server, double percent) {
    values.put(server + " memory", percent);
  }

  /** Publishes one minute of every running server. */
  void publish(Instant minute) {
    List<MetricDatum> ec2 = new ArrayList<>();
    List<MetricDatum> agent = new ArrayList<>();
    for (String server : fleet.running()) {
      Dimension id = dimension("InstanceId", fleet.id(server));
      double wobble = wobble(server, minute);
      ec2.add(datum("CPUUtilization", CPU + wobble, StandardUnit.PERCENT, minute, id));
      ec2.add(datum("StatusCheckFailed", 0, StandardUnit.COUNT, minute, id));
      agent.add(
          percent("mem_used_percent", value(server + " memory", MEMORY) + wobble / 4, minute, id));
      agent.add(disk("/", "nvme0n1p1", DISK + wobble / 20, minute, id));
      agent.add(disk("/data", "nvme1n1", value(server + " disk", DISK) + wobble / 20, minute, id));
    }
    put("AWS/EC2", ec2);
    put("Tagwatch/Host", agent);
  }

  private void put(String namespace, List<MetricDatum> data) {
    if (!data.isEmpty()) {
      cloudWatch.putMetricData(r -> r.namespace(namespace).metricData(data));
    }
  }

  private double value(String key, double usual) {
    return values.getOrDefault(key, usual);
  }

  /** Between -4 and 4, the same in every run. */
  private static double wobble(String server, Instant minute) {
    return 4 * Math.sin(server.hashCode() % 7 + minute.getEpochSecond() / 60.0);
  }

  private static MetricDatum disk(
      String path, String device, double value, Instant minute, Dimension id) {
    return percent(
        "disk_used_percent",
        value,
        minute,
        id,
        dimension("path", path),
        dimension("device", device),
        dimension("fstype", "ext4"));
  }

  private static MetricDatum percent(
      String name, double value, Instant minute, Dimension... dimensions) {
    return datum(name, value, StandardUnit.PERCENT, minute, dimensions);
  }

  private static MetricDatum datum(
      String name, double value, StandardUnit unit, Instant minute, Dimension... dimensions) {
    return MetricDatum.builder()
        .metricName(name)
        .value(Math.round(value * 10) / 10.0)
        .unit(unit)
        .timestamp(minute)
        .dimensions(dimensions)
        .build();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }
}
