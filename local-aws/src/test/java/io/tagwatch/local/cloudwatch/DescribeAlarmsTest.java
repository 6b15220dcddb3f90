package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DescribeAlarmsTest {
  private final Watch watch = new Watch();

  @BeforeEach
  void threeAlarms() {
    watch.putAlarm("cpu-a", "AlarmActions", List.of(Watch.TOPIC));
    watch.putAlarm("cpu-b", "Period", 300, "Unit", "Percent");
    watch.putAlarm("disk", "MetricName", "DiskReadOps", "Dimensions", List.of());
    watch.call("SetAlarmState", "AlarmName", "disk", "StateValue", "OK", "StateReason", "a drill");
  }

  @Test
  void filtersByEverythingThatIsGiven() {
    assertThat(found()).containsExactly("cpu-a", "cpu-b", "disk");
    assertThat(found("AlarmNames", List.of("disk", "cpu-b", "none")))
        .containsExactly("cpu-b", "disk");
    assertThat(found("AlarmNamePrefix", "cpu-")).containsExactly("cpu-a", "cpu-b");
    assertThat(found("StateValue", "OK")).containsExactly("disk");
    assertThat(found("ActionPrefix", "arn:aws:sns:")).containsExactly("cpu-a");
    assertThat(found("AlarmNamePrefix", "cpu-", "StateValue", "OK")).isEmpty();
    assertThat(found("AlarmTypes", List.of("CompositeAlarm"))).isEmpty();
  }

  @Test
  void findsTheAlarmsOfAMetric() {
    List<Map<String, String>> i1 = List.of(Map.of("Name", "InstanceId", "Value", "i-1"));

    assertThat(ofMetric("CPUUtilization", "Dimensions", i1)).containsExactly("cpu-a", "cpu-b");
    assertThat(ofMetric("CPUUtilization", "Dimensions", i1, "Period", 300))
        .containsExactly("cpu-b");
    assertThat(ofMetric("CPUUtilization", "Dimensions", i1, "Unit", "Count")).isEmpty();
    assertThat(ofMetric("CPUUtilization", "Dimensions", i1, "Statistic", "Sum")).isEmpty();
    assertThat(ofMetric("CPUUtilization")).isEmpty();
    assertThat(ofMetric("DiskReadOps")).containsExactly("disk");
  }

  @Test
  void refusesWhatContradictsItself() {
    assertThatThrownBy(() -> found("AlarmNames", List.of("a"), "AlarmNamePrefix", "a"))
        .hasMessage("AlarmNames and AlarmNamePrefix are mutually exclusive");
    assertThatThrownBy(() -> found("ChildrenOfAlarmName", "a", "StateValue", "OK"))
        .hasMessage("With ChildrenOfAlarmName, only MaxRecords and NextToken can be specified.");
    assertThatThrownBy(() -> found("MaxRecords", 101))
        .hasMessageContaining("Member must have value less than or equal to 100");
    assertThatThrownBy(() -> found("AlarmTypes", List.of("LogAlarm")))
        .hasMessageContaining("Member must satisfy enum value set: [CompositeAlarm, MetricAlarm]");
    assertThatThrownBy(() -> found("Color", "red")).hasMessageContaining("does not model Color");
  }

  private List<Object> found(Object... members) {
    return Watch.names(watch.call("DescribeAlarms", members), "MetricAlarms");
  }

  private List<Object> ofMetric(String name, Object... members) {
    Object[] all = new Object[members.length + 4];
    all[0] = "Namespace";
    all[1] = "AWS/EC2";
    all[2] = "MetricName";
    all[3] = name;
    System.arraycopy(members, 0, all, 4, members.length);
    return Watch.names(watch.call("DescribeAlarmsForMetric", all), "MetricAlarms");
  }
}
