package io.tagwatch.alarms.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  private static final String STATE_CHANGE =
      """
      {'version': '0', 'source': 'aws.ec2', 'detail-type': 'EC2 Instance State-change Notification',
       'detail': {'instance-id': 'i-0abc', 'state': '%s'}}
      """;
  private static final String TAG_CHANGE =
      """
      {'source': 'aws.tag', 'detail-type': 'Tag Change on Resource',
       'resources': ['arn:aws:ec2:us-east-1:123456789012:%s'],
       'detail': {'service': 'ec2', 'resource-type': 'instance',
                  'changed-tag-keys': ['tagwatch:cpu', 'Name'], 'tags': {'tagwatch:cpu': '1'}}}
      """;

  @Test
  void understandsReconcile() {
    assertThat(direct("{'action': 'reconcile'}")).isEqualTo(new Trigger.Reconcile(false));
    assertThat(direct("{'action': 'reconcile', 'allowDeletes': true}"))
        .isEqualTo(new Trigger.Reconcile(true));
    assertThat(direct("{'detail-type': 'Scheduled Event'}"))
        .isEqualTo(new Trigger.Reconcile(false));
  }

  @Test
  void understandsTicks() {
    assertThat(direct("{'action': 'tick', 'time': '2026-11-21T08:00:00Z'}"))
        .isEqualTo(new Trigger.Tick(Optional.of(Instant.parse("2026-11-21T08:00:00Z"))));
    assertThat(direct("{'action': 'tick'}")).isEqualTo(new Trigger.Tick(Optional.empty()));
    assertThat(direct("{'action': 'tick', 'time': 'noon'}")).isInstanceOf(Trigger.Unknown.class);
  }

  @Test
  void understandsEventsOfServers() {
    assertThat(direct(STATE_CHANGE.formatted("running")))
        .isEqualTo(new Trigger.ServersChanged(List.of("i-0abc"), Set.of(), false));
    assertThat(direct(STATE_CHANGE.formatted("terminated")))
        .isEqualTo(new Trigger.ServersChanged(List.of("i-0abc"), Set.of(), true));
    assertThat(direct(TAG_CHANGE.formatted("instance/i-0def")))
        .isEqualTo(
            new Trigger.ServersChanged(List.of("i-0def"), Set.of("tagwatch:cpu", "Name"), false));
    assertThat(
            direct(
                TAG_CHANGE.formatted(
                    "volume/vol-1','arn:aws:ec2:x:1:instance/i-1',"
                        + "'arn:aws:ec2:x:1:instance/i-2")))
        .isEqualTo(
            new Trigger.ServersChanged(
                List.of("i-1", "i-2"), Set.of("tagwatch:cpu", "Name"), false));
    assertThat(direct(TAG_CHANGE.formatted("volume/vol-1"))).isInstanceOf(Trigger.Irrelevant.class);
  }

  @Test
  void understandsTerraform() {
    assertThat(direct("{'tf': {'action': 'create', 'prev_input': null}}"))
        .isEqualTo(new Trigger.Deployed(false));
    assertThat(direct("{'allowDeletes': true, 'tf': {'action': 'update'}}"))
        .isEqualTo(new Trigger.Deployed(true));
    assertThat(direct("{'allowDeletes': 1, 'tf': {'action': 'update'}}"))
        .isInstanceOf(Trigger.Unknown.class);
    assertThat(direct("{'action': 'reconcile', 'tf': {'action': 'delete'}}"))
        .isEqualTo(new Trigger.Destroy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "[]",
        "{}",
        "{",
        "{'action': 'recon'}",
        "{'action': 7}",
        "{'action': 'reconcile', 'allowDeletes': 'yes'}",
        "{'tf': {'action': 'drop'}}",
        "{'tf': 1}",
        "{'detail-type': 'EC2 Instance State-change Notification', 'detail': {}}",
        "{'detail-type': 'Else'}"
      })
  void saysWhatItDoesNotUnderstand(String input) {
    assertThat(direct(input)).isInstanceOf(Trigger.Unknown.class);
  }

  @Test
  void readsABatchMessageByMessageAndNeverDestroysByMessage() {
    Input input =
        parse(
            """
            {'Records': [
              {'messageId': 'm1', 'eventSource': 'aws:sqs', 'body': '{\\'action\\': \\'reconcile\\'}'},
              {'messageId': 'm2', 'body': 'nonsense'},
              {'messageId': 'm3', 'body': '{\\'tf\\': {\\'action\\': \\'delete\\'}}'}]}
            """);

    assertThat(((Input.Batch) input).messages())
        .extracting(message -> message.trigger().getClass().getSimpleName())
        .containsExactly("Reconcile", "Unknown", "Unknown");
  }

  private static Trigger direct(String json) {
    return ((Input.Direct) parse(json)).trigger();
  }

  private static Input parse(String json) {
    return Input.parse(json.replace('\'', '"'));
  }
}
