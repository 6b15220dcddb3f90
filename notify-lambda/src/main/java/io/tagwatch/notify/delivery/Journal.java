package io.tagwatch.notify.delivery;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of each message of one batch: for the log, for listeners, for the answer. */
final class Journal {
  private final String channel;
  private final JsonLog log;
  private final Outcomes outcomes;
  private final Once once;
  private final AlarmHistory history;
  private final Errands errands;

  private final Map<String, Fate> fates = new LinkedHashMap<>();
  private final List<Fate> unsettled = new ArrayList<>();

  private record Fate(Notification message, Delivery delivery, boolean held) {}

  Journal(String channel, Surroundings around, Once once, AlarmHistory history) {
    this.channel = channel;
    this.log = around.log();
    this.outcomes = around.outcomes();
    this.once = once;
    this.history = history;
    this.errands = around.errands();
  }

  private void note(Fate fate, boolean claimed) {
    fates.put(fate.message().id(), fate);
    if (claimed) {
      unsettled.add(fate);
    }
  }

  /** The channel has it already. */
  void duplicate(Notification message) {
    log.info("duplicate", "channel", channel, "message", message.id());
    outcomes.told(new Outcome.Suppressed(channel, message, "was told already"));
  }

  /** Nobody shall be told. */
  void dropped(Notification message, String reason) {
    note(new Fate(message, new Delivery.Sent(""), true), true);
    log.info("not told", "channel", channel, "message", message.id(), "reason", reason);
    outcomes.told(new Outcome.Suppressed(channel, message, reason));
  }

  /**
   * Kept in its queue on purpose.
   *
   * @param claimed whether the claim on it is to be given back
   */
  void held(Notification message, Delivery.Retryable until, boolean claimed) {
    note(new Fate(message, until, true), claimed);
    log.info(
        "held",
        "channel",
        channel,
        "message",
        message.id(),
        "reason",
        until.reason(),
        "seconds",
        until.after().toSeconds());
    outcomes.told(new Outcome.Held(channel, message, until.reason()));
  }

  /** Not tried, since the service is busy. */
  void waits(Notification message, Delivery.Retryable busy) {
    note(new Fate(message, busy, false), true);
    later(message, busy);
    outcomes.told(new Outcome.Held(channel, message, busy.reason()));
  }

  /** Tried. */
  void tried(Notification message, Delivery delivery) {
    note(new Fate(message, delivery, false), true);
    switch (delivery) {
      case Delivery.Sent sent ->
          log.info(
              "delivered",
              "channel",
              channel,
              "message",
              message.id(),
              "kind",
              message.kind().word());
      case Delivery.Retryable retryable -> {
        later(message, retryable);
        outcomes.told(new Outcome.Failed(channel, message, retryable.reason(), false));
      }
      case Delivery.Rejected rejected -> {
        log.error(
            "refused", "channel", channel, "message", message.id(), "reason", rejected.reason());
        outcomes.told(new Outcome.Failed(channel, message, rejected.reason(), true));
      }
    }
  }

  /** A digest is one post, whatever it holds. */
  void posted(Notification sent, Delivery delivery) {
    if (delivery instanceof Delivery.Sent took) {
      outcomes.told(new Outcome.Posted(channel, sent, took.form()));
    }
  }

  void refusedTogether(int messages, String reason) {
    log.warn("digest refused", "channel", channel, "messages", messages, "reason", reason);
  }

  private void later(Notification message, Delivery.Retryable retryable) {
    log.warn(
        "not delivered yet",
        "channel",
        channel,
        "message",
        message.id(),
        "reason",
        retryable.reason(),
        "retryAfterSeconds",
        retryable.after().toSeconds());
  }

  /**
   * Remembers what was told since the last time, and frees what was not. What was told of one alarm
   * is written in its order, since each writes over the other.
   */
  void settle() {
    Map<String, List<Fate>> matters = new LinkedHashMap<>();
    for (Fate fate : unsettled) {
      String matter = fate.message().dedupKey().orElse(fate.message().id());
      if (!matters.containsKey(matter)) {
        matters.put(matter, new ArrayList<>());
      }
      matters.get(matter).add(fate);
    }
    unsettled.clear();
    List<Runnable> errand = new ArrayList<>();
    matters.values().forEach(fates -> errand.add(() -> fates.forEach(this::settle)));
    errands.run(errand);
  }

  private void settle(Fate fate) {
    if (fate.delivery() instanceof Delivery.Sent) {
      once.sent(fate.message().id());
      if (!fate.held() && fate.message().kind() == Kind.ALARM) {
        history.told(fate.message());
      }
    } else {
      once.free(fate.message().id());
    }
  }

  List<Undelivered> undelivered(List<Item> items) {
    List<Undelivered> open = new ArrayList<>();
    for (Item item : items) {
      Fate fate = fates.get(item.notification().id());
      if (fate != null && !(fate.delivery() instanceof Delivery.Sent)) {
        open.add(new Undelivered(item.key(), channel, fate.delivery(), fate.held()));
      }
    }
    return open;
  }
}
