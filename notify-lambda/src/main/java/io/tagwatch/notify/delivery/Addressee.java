package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.notification.Notification;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One configured channel as delivery sees it.
 *
 * @param name as the user calls it
 * @param digests whether several alarms may be told in one message; services that keep an incident
 *     for each alarm take none
 * @param holds whether a digest may be sent as it is; one that may not becomes several
 * @param illustrator adds pictures once everything is posted; empty for most channels
 */
public record Addressee(
    String name,
    Channel channel,
    boolean digests,
    Predicate<Notification> holds,
    Loudness loudness,
    Optional<Illustrator> illustrator) {

  /** Without pictures. */
  public Addressee(
      String name,
      Channel channel,
      boolean digests,
      Predicate<Notification> holds,
      Loudness loudness) {
    this(name, channel, digests, holds, loudness, Optional.empty());
  }
}
