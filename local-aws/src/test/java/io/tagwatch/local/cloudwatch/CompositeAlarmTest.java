package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompositeAlarmTest {
  private final Watch watch = new Watch();

  @BeforeEach
  void twoAlarms() {
    watch.putAlarm("a");
    watch.putAlarm("b");
  }

  @Test
  void isEvaluatedOnTheTickAfterItsCreation() {
    compose("both", "ALARM(a) AND ALARM(b)");

    assertThat(watch.state("both")).isEqualTo("INSUFFICIENT_DATA");

    watch.passMinutes(1);

    assertThat(watch.alarm("both"))
        .containsEntry("StateValue", "OK")
        .containsEntry(
            "StateReason",
            "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:both was created and its alarm rule"
                + " evaluates to OK");
  }

  @Test
  void followsItsChildrenAtOnceAndNamesTheOneThatChanged() {
    compose("any", "ALARM(a) OR ALARM(\"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:b\")");
    watch.passMinutes(1);

    set("b", "ALARM");

    assertThat(watch.alarm("any"))
        .containsEntry("StateValue", "ALARM")
        .containsEntry(
            "StateReason",
            "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:b transitioned to ALARM at Saturday"
                + " 21 November, 2026 08:01:00 UTC");
    assertThat(watch.notices).hasSize(1);
  }

  @Test
  void settlesNestedAlarmsChildrenFirst() {
    compose("a-inner", "ALARM(a)");
    compose("a-outer", "ALARM(z-middle)", List.of("z-middle"), "NOT ALARM(a-inner)");
    watch.passMinutes(1);
    watch.notices.clear();

    set("a", "ALARM");

    assertThat(watch.state("a-inner")).isEqualTo("ALARM");
    assertThat(watch.state("z-middle")).isEqualTo("OK");
    assertThat(watch.state("a-outer")).isEqualTo("OK");
    assertThat(watch.notices).hasSize(3);
  }

  @Test
  void stopsEvaluatingAlarmsThatDependOnThemselves() {
    compose("x", "ALARM(a)");
    compose("y", "ALARM(x)");
    compose("x", "ALARM(y) OR ALARM(a)");

    watch.passMinutes(1);
    set("a", "ALARM");

    assertThat(watch.state("x")).isEqualTo("INSUFFICIENT_DATA");
    assertThat(watch.state("y")).isEqualTo("INSUFFICIENT_DATA");
  }

  @Test
  void keepsItsChildrenFromBeingDeleted() {
    compose("any", "ALARM(a) OR ALARM(b)");

    assertThatThrownBy(() -> watch.call("DeleteAlarms", "AlarmNames", List.of("b", "a")))
        .hasMessage("Cannot delete a,b as there are composite alarm(s) depending on them.");

    watch.call("DeleteAlarms", "AlarmNames", List.of("any", "a", "b"));

    assertThat(watch.service.alarms("eu-west-1")).isEmpty();
  }

  @Test
  void isDescribedOnlyWhenAskedForAndKnowsItsRelatives() {
    compose("any", "ALARM(a)");

    assertThat(Watch.names(watch.call("DescribeAlarms"), "CompositeAlarms")).isEmpty();
    assertThat(
            Watch.list(watch.call("DescribeAlarms", "ChildrenOfAlarmName", "any"), "MetricAlarms"))
        .singleElement()
        .satisfies(
            child ->
                assertThat(child)
                    .containsOnlyKeys(
                        "AlarmName", "AlarmArn", "StateValue", "StateUpdatedTimestamp"));
    assertThat(
            Watch.list(watch.call("DescribeAlarms", "ParentsOfAlarmName", "a"), "CompositeAlarms"))
        .singleElement()
        .satisfies(parent -> assertThat(parent).containsOnlyKeys("AlarmName", "AlarmArn"));
  }

  @Test
  void refusesRulesThatCannotHold() {
    assertThatThrownBy(() -> compose("c", "ALARM(unknown)"))
        .hasMessage(
            "Could not save the composite alarm as alarms [unknown] in the alarm rule do not"
                + " exist");
    assertThatThrownBy(() -> compose("c", "()")).hasMessageStartingWith("Error in AlarmRule [");
    assertThatThrownBy(() -> compose("a", "TRUE"))
        .hasMessage("An alarm named a exists already as a MetricAlarm");
    assertThatThrownBy(
            () ->
                watch.call(
                    "PutCompositeAlarm",
                    "AlarmName",
                    "c",
                    "AlarmRule",
                    "TRUE",
                    "ActionsSuppressor",
                    "a"))
        .hasMessageContaining("is not modelled");
    assertThatThrownBy(
            () ->
                watch.call(
                    "PutCompositeAlarm",
                    "AlarmName",
                    "c",
                    "AlarmRule",
                    "TRUE",
                    "AlarmActions",
                    List.of("arn:aws:automate:eu-west-1:ec2:stop")))
        .hasMessageContaining("cannot have the action");
  }

  private void compose(String name, String rule) {
    watch.call(
        "PutCompositeAlarm",
        Map.of(
                "AlarmName",
                name,
                "AlarmRule",
                rule,
                "AlarmActions",
                List.of(Watch.TOPIC),
                "OKActions",
                List.of(Watch.TOPIC))
            .entrySet()
            .stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
            .toArray());
  }

  private void compose(String name, String rule, List<String> child, String childRule) {
    compose(child.getFirst(), childRule);
    compose(name, rule);
  }

  private void set(String alarm, String state) {
    watch.notices.clear();
    watch.call("SetAlarmState", "AlarmName", alarm, "StateValue", state, "StateReason", "test");
  }
}
