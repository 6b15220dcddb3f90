package io.tagwatch.notify;

import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Item;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Server;
import io.tagwatch.notify.notification.Status;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which channel takes which message. Each channel decides for itself, in an invocation of its own;
 * what one leaves must be what another takes.
 */
record Routes(ChannelsConfig config) {

  /**
   * Whether the channel's filters take it. Where they ask for tags, two things weigh more than what
   * the tags are now: a message that comes back was taken when it came first, and what a channel
   * was told of an alarm it is told to the end.
   *
   * @param isOpen whether the channel was told that the alarm of a message fires, and not yet that
   *     it is over; asked as seldom as possible
   */
  boolean take(ConfiguredChannel channel, Item item, Predicate<Notification> isOpen) {
    Notification message = item.notification();
    if (config.audienceOf(message).contains(channel)) {
      return true;
    }
    if (channel.audience().tags().isEmpty() || message.server().isEmpty()) {
      return false;
    }
    boolean comesBack = item.receipt().isPresent() && item.receipt().get().receives() > 1;
    return config.audienceOf(unseen(message)).contains(channel)
        && (comesBack || message.status() != Status.FIRING && isOpen.test(message));
  }

  private static Notification unseen(Notification message) {
    String id = message.server().orElseThrow().id();
    return message.edited().server(Optional.of(Server.unseen(id))).build();
  }
}
