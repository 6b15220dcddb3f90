package io.tagwatch.notify.delivery;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * Tells one channel what it has to know: each message once, several alarms as a digest, a digest
 * that is refused item by item. Everything not confirmed is reported. Used by one thread at a time.
 */
public final class Dispatcher {
  private final String name;
  private final Channel channel;
  private final Predicate<Notification> holds;
  private final JsonLog log;
  private final Outcomes outcomes;
  private final Delivered delivered = new Delivered();

  /**
   * @param name the channel's, for the log
   * @param holds whether a digest may be sent as it is; one that may not becomes several
   * @param outcomes told what became of each message
   */
  public Dispatcher(
      String name,
      Channel channel,
      Predicate<Notification> holds,
      Pause pause,
      JsonLog log,
      Outcomes outcomes) {
    this.name = name;
    this.channel =
        new RetryingChannel(channel, pause, () -> ThreadLocalRandom.current().nextDouble());
    this.holds = holds;
    this.log = log;
    this.outcomes = outcomes;
  }

  /** Delivers what can be delivered in time; answers the rest. */
  public List<Undelivered> deliver(List<Item> items, Deadline deadline) {
    return new Round(deadline).run(items);
  }

  /** One batch. Items with the same message share its fate. */
  private final class Round {
    private final Deadline deadline;
    private final Map<String, Delivery> fates = new LinkedHashMap<>();
    private Delivery.Retryable busy;

    Round(Deadline deadline) {
      this.deadline = deadline;
    }

    List<Undelivered> run(List<Item> items) {
      Map<String, Notification> messages = new LinkedHashMap<>();
      for (Item item : items) {
        messages.putIfAbsent(item.notification().id(), item.notification());
      }
      List<Notification> alarms = new ArrayList<>();
      List<Notification> others = new ArrayList<>();
      for (Notification message : messages.values()) {
        if (delivered.contains(message.id())) {
          log.info("duplicate", "channel", name, "message", message.id());
          outcomes.told(new Outcome.Suppressed(name, message, "was told already"));
        } else {
          (message.kind() == Kind.ALARM ? alarms : others).add(message);
        }
      }
      for (List<Notification> group : Groups.of(alarms, holds)) {
        together(group);
      }
      for (Notification other : others) {
        alone(other);
      }
      return undelivered(items);
    }

    private void together(List<Notification> group) {
      if (group.size() == 1 || busy != null) {
        group.forEach(this::alone);
        return;
      }
      Notification digest = Digest.of(group);
      Delivery delivery = attempt(digest);
      if (delivery instanceof Delivery.Rejected rejected) {
        log.warn(
            "digest refused",
            "channel",
            name,
            "messages",
            group.size(),
            "reason",
            rejected.reason());
        group.forEach(this::alone);
      } else {
        group.forEach(message -> settle(message, delivery));
        posted(digest, delivery);
      }
    }

    /** Once the service asked for more time than is left, nothing else is sent to it. */
    private void alone(Notification message) {
      if (busy != null) {
        fates.put(message.id(), busy);
        later(message, busy);
        outcomes.told(new Outcome.Held(name, message, busy.reason()));
      } else {
        Delivery delivery = attempt(message);
        settle(message, delivery);
        posted(message, delivery);
      }
    }

    private Delivery attempt(Notification message) {
      Delivery delivery = channel.deliver(message, deadline);
      if (delivery instanceof Delivery.Retryable retryable
          && retryable.after().compareTo(Duration.ZERO) > 0
          && !deadline.leaves(retryable.after())) {
        busy = retryable;
      }
      return delivery;
    }

    /** A digest is one post, whatever it holds. */
    private void posted(Notification sent, Delivery delivery) {
      if (delivery instanceof Delivery.Sent) {
        outcomes.told(new Outcome.Posted(name, sent));
      }
    }

    private void settle(Notification message, Delivery delivery) {
      fates.put(message.id(), delivery);
      switch (delivery) {
        case Delivery.Sent sent -> {
          delivered.add(message.id());
          log.info(
              "delivered", "channel", name, "message", message.id(), "kind", message.kind().word());
        }
        case Delivery.Retryable retryable -> {
          later(message, retryable);
          outcomes.told(new Outcome.Failed(name, message, retryable.reason(), false));
        }
        case Delivery.Rejected rejected -> {
          log.error(
              "refused", "channel", name, "message", message.id(), "reason", rejected.reason());
          outcomes.told(new Outcome.Failed(name, message, rejected.reason(), true));
        }
      }
    }

    private void later(Notification message, Delivery.Retryable retryable) {
      log.warn(
          "not delivered yet",
          "channel",
          name,
          "message",
          message.id(),
          "reason",
          retryable.reason(),
          "retryAfterSeconds",
          retryable.after().toSeconds());
    }

    private List<Undelivered> undelivered(List<Item> items) {
      List<Undelivered> open = new ArrayList<>();
      for (Item item : items) {
        Delivery fate = fates.get(item.notification().id());
        if (fate != null && !(fate instanceof Delivery.Sent)) {
          open.add(new Undelivered(item.key(), name, fate));
        }
      }
      return open;
    }
  }
}
