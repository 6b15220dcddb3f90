package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells one channel what it has to know: each message once, several alarms as a digest, a digest
 * that is refused item by item, nothing in quiet hours that can wait. Everything not confirmed is
 * reported. Used by one thread at a time.
 */
public final class Dispatcher {
  private final Addressee addressee;
  private final Surroundings around;
  private final RetryingChannel channel;
  private final Memory memory;

  public Dispatcher(Addressee addressee, Surroundings around) {
    this.addressee = addressee;
    this.around = around;
    this.channel = new RetryingChannel(addressee.channel(), around.pause(), around.chance());
    this.memory = around.memory().of(addressee.name());
  }

  /** Whether the channel was told that an alarm fires, and not yet that it is over. */
  public Predicate<Notification> open(Deadline deadline) {
    return history(known(deadline))::isOpen;
  }

  /** Delivers what can be delivered in time; answers the rest. */
  public List<Undelivered> deliver(List<Item> items, Deadline deadline) {
    Memory known = known(deadline);
    Once once = new Once(known);
    AlarmHistory history = history(known);
    Journal journal = new Journal(addressee.name(), around, once, history);
    Wording wording = new Wording(history, around.errands(), deadline.nanoClock());
    List<Parcel> parcels = new Intake(addressee, around, once, history, journal).parcels(items);
    Post post = new Post(addressee, channel, wording, deadline, journal, around.log());
    post.send(parcels);
    if (addressee.illustrator().isPresent()) {
      addressee.illustrator().get().illustrate(post.posted(), deadline);
    }
    return journal.undelivered(items);
  }

  private Memory known(Deadline deadline) {
    return memory.shared() ? new HurriedMemory(memory, deadline, around.log()) : memory;
  }

  private AlarmHistory history(Memory known) {
    return new AlarmHistory(
        known, addressee.loudness().flapping(), addressee.digests(), around.clock());
  }
}
