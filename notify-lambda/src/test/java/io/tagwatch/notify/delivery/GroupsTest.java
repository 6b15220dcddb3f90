package io.tagwatch.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupsTest {

  static Stream<ConfiguredChannel> digesting() {
    return Channels.all().stream().filter(channel -> channel.service().takesDigests());
  }

  @ParameterizedTest
  @MethodSource("digesting")
  void namesEachOfThreeHundredAlarmsInAsFewMessagesAsTheChannelHolds(ConfiguredChannel channel) {
    List<Notification> alarms = alarms(300);

    List<List<Notification>> groups =
        Groups.of(alarms, digest -> channel.service().holds(digest, Form.RICH));

    List<Notification> told = new ArrayList<>();
    for (List<Notification> group : groups) {
      String payload = channel.service().payload(Digest.of(group), Form.RICH);
      assertThat(group).allMatch(alarm -> payload.contains(alarm.name().orElseThrow()));
      told.addAll(group);
    }
    assertThat(told).isEqualTo(alarms);
    assertThat(groups).hasSizeLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("digesting")
  void tellsFiftyAlarmsInOneMessage(ConfiguredChannel channel) {
    assertThat(Groups.of(alarms(50), digest -> channel.service().holds(digest, Form.RICH)))
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("digesting")
  void cutsNoPlainDigestThatItsChannelHolds(ConfiguredChannel channel) {
    Notification digest = Digest.of(alarms(30));

    assertThat(channel.service().holds(digest, Form.PLAIN)).isTrue();
    assertThat(digest.parts())
        .allMatch(
            part ->
                channel.service().payload(digest, Form.PLAIN).contains(part.name().orElseThrow()));
  }

  @Test
  void tellsEachAloneWhereNoDigestIsTaken() {
    assertThat(Groups.of(alarms(3), digest -> false)).extracting(List::size).containsOnly(1);
  }

  private static List<Notification> alarms(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Messages.recognise(Samples.alarm("cpu" + i, "ALARM"), "m" + i))
        .toList();
  }
}
