package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends what one batch holds for one channel. */
final class Post {
  private final Addressee addressee;
  private final Channel channel;
  private final Deadline deadline;
  private final Journal journal;
  private final List<Illustrator.Posted> posted = new ArrayList<>();
  private Delivery.Retryable busy;

  Post(Addressee addressee, Channel channel, Deadline deadline, Journal journal) {
    this.addressee = addressee;
    this.channel = channel;
    this.deadline = deadline;
    this.journal = journal;
  }

  void send(List<Parcel> parcels) {
    for (Parcel parcel : parcels) {
      for (List<Notification> group :
          Groups.of(parcel.messages(), parcel.together(), this::holds)) {
        together(group, parcel);
        journal.settle();
      }
    }
  }

  /** For an illustrator, if there is one: what was told by itself when it happened, and arrived. */
  List<Illustrator.Posted> posted() {
    return posted;
  }

  private boolean holds(Notification digest) {
    return addressee.digests() && addressee.holds().test(digest);
  }

  private void together(List<Notification> group, Parcel parcel) {
    if (group.size() == 1 || busy != null) {
      group.forEach(message -> alone(message, parcel));
      return;
    }
    Notification digest = parcel.together().apply(group);
    Delivery delivery = attempt(digest);
    if (delivery instanceof Delivery.Rejected rejected) {
      journal.refusedTogether(group.size(), rejected.reason());
      group.forEach(message -> alone(message, parcel));
    } else {
      group.forEach(message -> journal.tried(message, delivery));
      journal.posted(digest, delivery);
    }
  }

  /** Once the service asked for more time than is left, nothing else is sent to it. */
  private void alone(Notification message, Parcel parcel) {
    if (busy != null) {
      journal.waits(message, busy);
      return;
    }
    Delivery delivery = attempt(message);
    journal.tried(message, delivery);
    journal.posted(message, delivery);
    if (addressee.illustrator().isPresent()
        && delivery instanceof Delivery.Sent sent
        && parcel.isFresh()) {
      posted.add(new Illustrator.Posted(message, sent.reference()));
    }
    journal.settle();
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
}
