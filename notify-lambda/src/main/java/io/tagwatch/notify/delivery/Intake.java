package io.tagwatch.notify.delivery;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.QuietHours;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What of one batch is told now, and what together: not what the channel has already, not what can
 * wait for the end of quiet hours, not each turn of an alarm that flaps.
 */
final class Intake {
  private final Addressee addressee;
  private final Surroundings around;
  private final Once once;
  private final AlarmHistory history;
  private final Journal journal;
  private final List<Notification> afterQuiet = new ArrayList<>();
  private final List<Notification> alarms = new ArrayList<>();
  private final List<Notification> others = new ArrayList<>();

  Intake(
      Addressee addressee, Surroundings around, Once once, AlarmHistory history, Journal journal) {
    this.addressee = addressee;
    this.around = around;
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
    sorted.removeIf(this::quiet);
    List<Item> mine = mine(sorted);
    Map<String, Turn> turns = turns(mine);
    mine.forEach(item -> take(item, turns.get(item.notification().id())));
    journal.settle();
    List<Parcel> parcels = new ArrayList<>();
    if (!afterQuiet.isEmpty()) {
      parcels.add(new Parcel(afterQuiet, new QuietSummary(hours().orElseThrow())));
    }
    if (!alarms.isEmpty()) {
      parcels.add(new Parcel(alarms, Matters::together));
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
    Instant now = around.clock().instant();
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

  private List<Item> mine(List<Item> items) {
    Map<String, Once.Claim> claims = new ConcurrentHashMap<>();
    List<Runnable> errands = new ArrayList<>();
    for (Item item : items) {
      String id = item.notification().id();
      errands.add(() -> claims.put(id, once.claim(id)));
    }
    around.errands().run(errands);
    return items.stream()
        .filter(item -> isMine(item.notification(), claims.get(item.notification().id())))
        .toList();
  }

  private boolean isMine(Notification message, Once.Claim claim) {
    if (claim == Once.Claim.SENT) {
      journal.duplicate(message);
    } else if (claim == Once.Claim.OTHERS) {
      journal.held(
          message, new Delivery.Retryable("is being delivered elsewhere", Once.CLAIM), false);
    }
    return claim == Once.Claim.MINE;
  }

  /** Of one alarm after the other as they happened; each depends on what came before. */
  private Map<String, Turn> turns(List<Item> items) {
    Map<String, List<Item>> alarms = new LinkedHashMap<>();
    for (Item item : items) {
      Notification message = item.notification();
      if (message.kind() == Kind.ALARM) {
        String alarm = message.dedupKey().orElse(message.id());
        if (!alarms.containsKey(alarm)) {
          alarms.put(alarm, new ArrayList<>());
        }
        alarms.get(alarm).add(item);
      }
    }
    Map<String, Turn> turns = new ConcurrentHashMap<>();
    List<Runnable> errands = new ArrayList<>();
    alarms.values().forEach(ofOne -> errands.add(() -> turns(ofOne, turns)));
    around.errands().run(errands);
    return turns;
  }

  private void turns(List<Item> ofOne, Map<String, Turn> turns) {
    for (Item item : ofOne) {
      boolean waits = item.receipt().isPresent();
      Notification message = item.notification();
      turns.put(message.id(), history.turn(message, waits, item == ofOne.getLast()));
    }
  }

  private void take(Item item, Turn turn) {
    Notification message = item.notification();
    if (message.kind() != Kind.ALARM) {
      (cameInQuiet(item) ? afterQuiet : others).add(message);
    } else if (turn instanceof Turn.Tell tell) {
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
