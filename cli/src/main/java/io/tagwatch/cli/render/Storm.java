package io.tagwatch.cli.render;

import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Groups;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Messages that come at once, as notify-lambda tells them: the alarms in as few messages as a
 * channel can hold, what is no alarm by itself.
 */
final class Storm {
  private final List<Notification> alarms;
  private final List<Notification> others;

  Storm(List<Notification> messages) {
    List<Notification> sorted = new ArrayList<>(messages);
    sorted.sort(Comparator.comparing(message -> message.occurredAt().orElse(Instant.EPOCH)));
    this.alarms = sorted.stream().filter(Storm::isAlarm).toList();
    this.others = sorted.stream().filter(message -> !isAlarm(message)).toList();
  }

  /** What one channel is told. */
  List<Notification> on(ConfiguredChannel channel) {
    List<Notification> told = new ArrayList<>();
    for (List<Notification> group :
        Groups.of(
            alarms,
            digest ->
                channel.service().takesDigests() && channel.service().holds(digest, Form.RICH))) {
      told.add(group.size() == 1 ? group.getFirst() : Digest.of(group));
    }
    told.addAll(others);
    return told;
  }

  private static boolean isAlarm(Notification message) {
    return message.kind() == Kind.ALARM;
  }
}
