package io.tagwatch.notify.delivery;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.QuietHours;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of one batch is told now, and what together: not what the channel has already, not what can
 * wait for the end of quiet hours, not each turn of an alarm that flaps.
 */
final class Intake {
  private final Addressee addressee;
  private final InstantSource clock;
  private final Once once;
  private final AlarmHistory history;
  private final Journal journal;
  private final List<Notification> afterQuiet = new ArrayList<>();
  private final List<Notification> alarms = new ArrayList<>();
  private final List<Notification> others = new ArrayList<>();

  Intake(
      Addressee addressee, InstantSource clock, Once once, AlarmHistory history, Journal journal) {
    this.addressee = addressee;
    this.clock = clock;
    this.once = once;
    this.history = history;
    this.journal = journal;
  }

  /** Alarms in the order in which they happened. */
  List<Parcel> parcels(List<Item> items) {
    Map<String, Item> messages = new LinkedHashMap<>();
    for (Item item : items) {
      messages.putIfAbsent(item.notification().id(), item);
    }
    List<Item> sorted = new ArrayList<>(messages.values());
    sorted.sort(
        Comparator.comparing(item -> item.notification().occurredAt().orElse(Instant.EPOCH)));
    for (Item item : sorted) {
      if (!quiet(item) && mine(item)) {
        take(item);
      }
    }
    journal.settle();
    List<Parcel> parcels = new ArrayList<>();
    if (!afterQuiet.isEmpty()) {
      parcels.add(new Parcel(afterQuiet, new QuietSummary(hours().orElseThrow())));
    }
    if (!alarms.isEmpty()) {
      parcels.add(new Parcel(alarms, Digest::of));
    }
    others.forEach(message -> parcels.add(Parcel.single(message)));
    return parcels;
  }

  private Optional<QuietHours> hours() {
    return addressee.loudness().quiet();
  }

  /** Waits in its queue, and only there: an event without one is told. */
  private boolean quiet(Item item) {
    if (hours().isEmpty() || isCritical(item) || item.receipt().isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Optional<Instant> end = hours().get().end(now);
    if (end.isPresent()) {
      Duration left = Duration.between(now, end.get());
      journal.held(
          item.notification(), new Delivery.Retryable("quiet until " + end.get(), left), false);
    }
    return end.isPresent();
  }

  private static boolean isCritical(Item item) {
    return item.notification().severity() == Severity.CRITICAL;
  }

  private boolean mine(Item item) {
    Notification message = item.notification();
    Once.Claim claim = once.claim(message.id());
    if (claim == Once.Claim.SENT) {
      journal.duplicate(message);
    } else if (claim == Once.Claim.OTHERS) {
      journal.held(
          message, new Delivery.Retryable("is being delivered elsewhere", Once.CLAIM), false);
    }
    return claim == Once.Claim.MINE;
  }

  private void take(Item item) {
    Notification message = item.notification();
    if (message.kind() != Kind.ALARM) {
      (cameInQuiet(item) ? afterQuiet : others).add(message);
      return;
    }
    Turn turn = history.turn(message, item.receipt().isPresent());
    if (turn instanceof Turn.Tell tell) {
      (cameInQuiet(item) ? afterQuiet : alarms).add(tell.message());
    } else if (turn instanceof Turn.Hold hold) {
      journal.held(message, new Delivery.Retryable(hold.reason(), hold.time()), true);
    } else if (turn instanceof Turn.Drop drop) {
      journal.dropped(message, drop.reason());
    }
  }

  /** Whether it was held back, and is told now since the quiet is over. */
  private boolean cameInQuiet(Item item) {
    return hours().isPresent()
        && !isCritical(item)
        && item.receipt().flatMap(Item.Receipt::sentAt).flatMap(hours().get()::end).isPresent();
  }
}
