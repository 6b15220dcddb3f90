package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.local.protocol.AwsFault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmRefusalsTest {
  private final Watch watch = new Watch();

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            "AlarmName",
            "",
            "ValidationError",
            "1 validation error detected: Value '' at 'alarmName' failed to satisfy constraint: Member must have length greater than or equal to 1"),
        refusal(
            "AlarmName",
            "a".repeat(256),
            "ValidationError",
            "Member must have length less than or equal to 255"),
        refusal("AlarmName", "a\nb", "ValidationError", "must not contain control characters"),
        refusal(
            "AlarmDescription",
            "d".repeat(1_025),
            "ValidationError",
            "at 'alarmDescription' failed to satisfy constraint: Member must have length less than or equal to 1024"),
        refusal(
            "AlarmActions",
            Collections.nCopies(6, Watch.TOPIC),
            "ValidationError",
            "Member must have length less than or equal to 5"),
        refusal("AlarmActions", List.of("alarms"), "ValidationError", "Invalid arn syntax: alarms"),
        refusal(
            "OKActions",
            List.of("arn:aws:sns:us-east-1:123456789012:a"),
            "ValidationError",
            "Invalid region us-east-1 specified. Only eu-west-1 is supported."),
        refusal("MetricName", null, "ValidationError", "MetricName must not be null"),
        refusal("Namespace", null, "ValidationError", "Namespace must not be null"),
        refusal(
            "Namespace",
            ":a",
            "InvalidParameterValue",
            "The value :a for parameter Namespace is invalid."),
        refusal("Period", null, "ValidationError", "Period must not be null"),
        refusal(
            "Period",
            0,
            "ValidationError",
            "Value '0' at 'period' failed to satisfy constraint: Member must have value greater than or equal to 1"),
        refusal("Period", 15, "ValidationError", "Period must be 10, 20, 30 or a multiple of 60"),
        refusal("Period", 90, "ValidationError", "Period must be 10, 20, 30 or a multiple of 60"),
        refusal(
            "EvaluationPeriods",
            null,
            "ValidationError",
            "Value null at 'evaluationPeriods' failed to satisfy constraint: Member must not be null"),
        refusal("EvaluationPeriods", 0, "ValidationError", "at 'evaluationPeriods'"),
        refusal(
            "EvaluationPeriods",
            1_441,
            "ValidationError",
            "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)."),
        refusal(
            "DatapointsToAlarm",
            2,
            "ValidationError",
            "DatapointsToAlarm must be less than or equal to EvaluationPeriods"),
        refusal("Threshold", null, "ValidationError", "Threshold must not be null"),
        refusal("Threshold", "high", "InvalidParameterValue", "is not a number"),
        refusal(
            "ComparisonOperator",
            "Above",
            "ValidationError",
            "Value 'Above' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: [GreaterThanOrEqualToThreshold, "),
        refusal(
            "ComparisonOperator", "GreaterThanUpperThreshold", "ValidationError", "not modelled"),
        refusal(
            "Statistic",
            null,
            "InvalidParameterCombination",
            "At least one of the parameters Statistic and ExtendedStatistic"),
        refusal("Statistic", "Mean", "ValidationError", "Member must satisfy enum value set"),
        refusal("ExtendedStatistic", "p90", "InvalidParameterCombination", "mutually exclusive"),
        refusal(
            "Unit",
            "Percents",
            "ValidationError",
            "at 'unit' failed to satisfy constraint: Member must satisfy enum value set: [Seconds, "),
        refusal(
            "TreatMissingData",
            "ignored",
            "ValidationError",
            "Option ignored is not supported. Supported options for parameter TreatMissingData are breaching, notBreaching, ignore and missing."),
        refusal(
            "EvaluateLowSampleCountPercentile",
            "x",
            "ValidationError",
            "Option x is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore."),
        refusal(
            "Dimensions",
            List.of(Map.of("Name", "a")),
            "ValidationError",
            "Value null at 'dimensions.1.member.value' failed"),
        refusal(
            "Dimensions",
            dimensions(31),
            "ValidationError",
            "at 'dimensions' failed to satisfy constraint: Member must have length less than or equal to 30"),
        refusal("Tags", tags(51), "InvalidParameterValue", "at most 50 tags"),
        refusal(
            "Tags",
            List.of(Map.of("Key", "aws:x", "Value", "")),
            "InvalidParameterValue",
            "reserved"),
        refusal(
            "ThresholdMetricId",
            "ad1",
            "InvalidParameterValue",
            "does not model ThresholdMetricId"),
        refusal(
            "Metrics",
            List.of(Map.of("Id", "e1", "Expression", "1")),
            "ValidationError",
            "MetricName should not be set if list of Metrics is set."));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("refusals")
  void refusesInTheWordsOfCloudWatch(String member, Object value, String code, String sentence) {
    assertThatThrownBy(() -> watch.putAlarm("cpu", member, value))
        .isInstanceOf(AwsFault.class)
        .hasMessageContaining(sentence)
        .extracting(fault -> ((AwsFault) fault).code())
        .isEqualTo(code);
    assertThat(watch.service.alarms("eu-west-1")).isEmpty();
  }

  @Test
  void tellsEveryBrokenConstraintAtOnce() {
    assertThatThrownBy(() -> watch.putAlarm("", "Period", 0, "Unit", "x"))
        .hasMessageStartingWith("3 validation errors detected: Value '' at 'alarmName'");
  }

  @Test
  void takesAWeekOfHoursButNotMore() {
    watch.putAlarm("week", "Period", 3_600, "EvaluationPeriods", 168);

    assertThatThrownBy(() -> watch.putAlarm("more", "Period", 3_600, "EvaluationPeriods", 169))
        .hasMessageContaining("more than a week");
  }

  @Test
  void takesEveryKindOfActionThatAMetricAlarmMayHave() {
    watch.putAlarm(
        "cpu",
        "AlarmActions",
        List.of(
            Watch.TOPIC,
            "arn:aws:automate:eu-west-1:ec2:recover",
            "arn:aws:lambda:eu-west-1:123456789012:function:f:live",
            "arn:aws:swf:eu-west-1:123456789012:action/actions/AWS_EC2.InstanceId.Reboot/1.0",
            "arn:aws:ssm:eu-west-1:123456789012:opsitem:1#CATEGORY=Security"));

    assertThat(watch.service.alarms("eu-west-1")).hasSize(1);
  }

  @Test
  void refusesNamesThatAreTooManyOrStatesThatAreNone() {
    List<String> names = IntStream.range(0, 101).mapToObj(i -> "a" + i).toList();

    assertThatThrownBy(() -> watch.call("DeleteAlarms", "AlarmNames", names))
        .hasMessageContaining("Member must have length less than or equal to 100");
    assertThatThrownBy(
            () ->
                watch.call(
                    "SetAlarmState", "AlarmName", "x", "StateValue", "INVALID", "StateReason", "y"))
        .hasMessage(
            "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy"
                + " constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM,"
                + " OK]");
    assertThatThrownBy(
            () ->
                watch.call(
                    "SetAlarmState", "AlarmName", "x", "StateValue", "OK", "StateReason", "y"))
        .extracting(fault -> ((AwsFault) fault).code())
        .isEqualTo("ResourceNotFound");
    assertThatThrownBy(
            () -> watch.call("ListTagsForResource", "ResourceARN", "arn:aws:cloudwatch:x"))
        .extracting(fault -> ((AwsFault) fault).code())
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void refusesStateReasonDataThatIsNoJson() {
    watch.putAlarm("cpu");

    assertThatThrownBy(
            () ->
                watch.call(
                    "SetAlarmState",
                    "AlarmName",
                    "cpu",
                    "StateValue",
                    "OK",
                    "StateReason",
                    "y",
                    "StateReasonData",
                    "no"))
        .extracting(fault -> ((AwsFault) fault).code())
        .isEqualTo("InvalidFormat");
  }

  private static Arguments refusal(String member, Object value, String code, String sentence) {
    return Arguments.of(member, value, code, sentence);
  }

  private static List<Map<String, Object>> dimensions(int number) {
    return IntStream.range(0, number)
        .<Map<String, Object>>mapToObj(i -> Map.of("Name", "d" + i, "Value", "v"))
        .toList();
  }

  private static List<Map<String, Object>> tags(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i -> {
              Map<String, Object> tag = new LinkedHashMap<>();
              tag.put("Key", "k" + i);
              tag.put("Value", "v");
              return tag;
            })
        .toList();
  }
}
