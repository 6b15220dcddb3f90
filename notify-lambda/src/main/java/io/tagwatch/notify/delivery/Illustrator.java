package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.notification.Notification;
import java.util.List;

/**
 * Adds to posts what they do not wait for. It is asked once everything of a batch is posted and
 * remembered, so that nothing that goes wrong here can hold up, repeat or lose a message.
 */
public interface Illustrator {

  /**
   * Takes at most a short time of its own, less if the deadline is nearer. Never throws; what goes
   * wrong is a line in the log.
   *
   * @param posted in the order of posting
   */
  void illustrate(List<Posted> posted, Deadline deadline);

  /**
   * A message that people can see.
   *
   * @param reference what the service calls it; may be empty
   */
  record Posted(Notification message, String reference) {}
}
