package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;

/** Whatever it is, as text: the subject or the first line is the title, the rest follows. */
final class AnyText {
  private static final int LONGEST_TITLE = 200;

  private AnyText() {}

  static Notification of(Incoming message) {
    String text = message.text().strip();
    String first = text.lines().findFirst().orElse("").strip();
    boolean fits = first.length() <= LONGEST_TITLE;
    String title =
        message
            .subject()
            .orElse(first.isEmpty() ? "(an empty message)" : fits ? first : "A message");
    boolean told = message.subject().isEmpty() && fits;
    return Notification.draft(message.id())
        .title(title)
        .summary(
            told
                ? text.substring(Math.min(text.length(), text.indexOf(first) + first.length()))
                    .strip()
                : text)
        .occurredAt(message.sentAt())
        .build();
  }
}
