package io.tagwatch.notify.delivery;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Sends what one batch holds for one channel. */
final class Post {
  /** What was not even tried is worth coming back soon: after 30 s the first time. */
  private static final Delivery.Retryable NO_TIME =
      new Delivery.Retryable("no time was left", Duration.ofSeconds(1));

  private final Addressee addressee;
  private final RetryingChannel channel;
  private final Wording wording;
  private final Deadline deadline;
  private final Journal journal;
  private final JsonLog log;
  private final List<Illustrator.Posted> posted = new ArrayList<>();
  private Delivery.Retryable busy;

  Post(
      Addressee addressee,
      RetryingChannel channel,
      Wording wording,
      Deadline deadline,
      Journal journal,
      JsonLog log) {
    this.addressee = addressee;
    this.channel = channel;
    this.wording = wording;
    this.deadline = deadline;
    this.journal = journal;
    this.log = log;
  }

  void send(List<Parcel> parcels) {
    for (Parcel parcel : parcels) {
      for (List<Notification> group :
          Groups.of(parcel.messages(), parcel.together(), this::holds)) {
        together(group, parcel);
        if (busy == null) {
          journal.settle();
        }
      }
    }
    journal.settle();
  }

  /** For an illustrator, if there is one: what was told by itself when it happened, and arrived. */
  List<Illustrator.Posted> posted() {
    return posted;
  }

  private boolean holds(Notification digest) {
    try {
      return addressee.digests() && addressee.holds().test(digest);
    } catch (RuntimeException e) {
      log.error("internal error", "channel", addressee.name(), "error", e);
      return false;
    }
  }

  private void together(List<Notification> group, Parcel parcel) {
    if (group.size() == 1 || isBusy()) {
      group.forEach(message -> alone(message, parcel));
      return;
    }
    AtomicReference<Notification> digest = new AtomicReference<>();
    Delivery delivery =
        attempt(
                () -> {
                  digest.set(wording.of(group, parcel));
                  return Optional.of(digest.get());
                })
            .orElseThrow();
    if (delivery instanceof Delivery.Rejected rejected) {
      journal.refusedTogether(group.size(), rejected.reason());
      group.forEach(message -> alone(message, parcel));
    } else {
      group.forEach(message -> journal.tried(message, delivery));
      journal.posted(digest.get(), delivery);
    }
  }

  /** Once the service asked for more time than is left, or none is left, it is sent nothing. */
  private boolean isBusy() {
    if (busy == null && deadline.remaining().isZero()) {
      busy = NO_TIME;
    }
    return busy != null;
  }

  private void alone(Notification message, Parcel parcel) {
    if (isBusy()) {
      journal.waits(message, busy);
      return;
    }
    AtomicReference<Turn> turn = new AtomicReference<>();
    Optional<Delivery> tried =
        attempt(
            () -> {
              turn.set(wording.of(message));
              return turn.get() instanceof Turn.Tell tell
                  ? Optional.of(tell.message())
                  : Optional.empty();
            });
    if (turn.get() instanceof Turn.Tell tell) {
      delivered(tell.message(), tried.orElseThrow(), parcel);
    } else if (turn.get() instanceof Turn.Drop drop) {
      journal.dropped(message, drop.reason());
    }
    journal.settle();
  }

  private void delivered(Notification message, Delivery delivery, Parcel parcel) {
    journal.tried(message, delivery);
    journal.posted(message, delivery);
    if (addressee.illustrator().isPresent()
        && delivery instanceof Delivery.Sent sent
        && parcel.isFresh()) {
      posted.add(new Illustrator.Posted(message, sent.reference()));
    }
  }

  private Optional<Delivery> attempt(Supplier<Optional<Notification>> words) {
    Optional<Delivery> delivery = tried(words);
    if (delivery.isPresent()
        && delivery.get() instanceof Delivery.Retryable retryable
        && retryable.after().compareTo(Duration.ZERO) > 0
        && !deadline.leaves(retryable.after())) {
      busy = retryable;
    }
    return delivery;
  }

  /** One message that a channel stumbles over keeps no other one back. */
  private Optional<Delivery> tried(Supplier<Optional<Notification>> words) {
    try {
      return channel.deliver(words, deadline);
    } catch (RuntimeException e) {
      log.error("internal error", "channel", addressee.name(), "error", e);
      return Optional.of(new Delivery.Rejected("an internal error; see the log"));
    }
  }
}
