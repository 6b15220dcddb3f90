package io.tagwatch.notify;

import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Dispatcher;
import io.tagwatch.notify.delivery.Item;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Server;
import io.tagwatch.notify.notification.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which channel takes which message. Each channel decides for itself, in an invocation of its own;
 * what one leaves must be what another takes.
 */
record Routes(ChannelsConfig config) {

  /** Those of the items that the channel takes. */
  List<Item> taken(
      ConfiguredChannel channel, List<Item> items, Dispatcher dispatcher, Deadline deadline) {
    boolean byTags = !channel.audience().tags().isEmpty();
    Optional<Predicate<Notification>> isOpen =
        byTags ? Optional.of(dispatcher.open(deadline)) : Optional.empty();
    List<Item> taken = new ArrayList<>();
    for (Item item : items) {
      if (config.audienceOf(item.notification()).contains(channel)
          || byTags && takesAnyway(channel, item, isOpen.get())) {
        taken.add(item);
      }
    }
    return taken;
  }

  /**
   * Two things weigh more than what the tags are now: a message that comes back was taken when it
   * came first, and what a channel was told of an alarm it is told to the end.
   *
   * @param isOpen whether the channel was told that the alarm of a message fires, and not yet that
   *     it is over; asked as seldom as possible
   */
  private boolean takesAnyway(
      ConfiguredChannel channel, Item item, Predicate<Notification> isOpen) {
    Notification message = item.notification();
    boolean comesBack = item.receipt().isPresent() && item.receipt().get().receives() > 1;
    return message.server().isPresent()
        && config.audienceOf(unseen(message)).contains(channel)
        && (comesBack || message.status() != Status.FIRING && isOpen.test(message));
  }

  private static Notification unseen(Notification message) {
    String id = message.server().orElseThrow().id();
    return message.edited().server(Optional.of(Server.unseen(id))).build();
  }
}
