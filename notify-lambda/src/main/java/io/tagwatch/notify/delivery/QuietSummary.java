package io.tagwatch.notify.delivery;

import io.tagwatch.notify.loudness.QuietHours;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.function.Function;

/** What happened in quiet hours, in one message: of each alarm the state that it came to. */
record QuietSummary(QuietHours hours) implements Function<List<Notification>, Notification> {

  @Override
  public Notification apply(List<Notification> messages) {
    Notification digest = Matters.digest(messages);
    return digest.edited().title(title(messages.size(), digest)).build();
  }

  private String title(int messages, Notification digest) {
    return "Quiet hours "
        + hours.print()
        + " are over · "
        + messages
        + " messages: "
        + digest.title();
  }
}
