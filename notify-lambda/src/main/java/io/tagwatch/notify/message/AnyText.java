package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever it is, as text: the subject or the first line is the title, the rest follows. */
final class AnyText {
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_FIELDS = 10;

  /** {@code "name":"value"} and {@code "name":12}; nothing here can match twice the same way. */
  private static final Pattern PAIR =
      Pattern.compile("\"(\\w{1,60})\"\\s{0,3}:\\s{0,3}\"?([^\"\\\\,{}\\[\\]]{1,200})");

  /** Brackets with nothing in them say nothing to a reader. */
  private static final Pattern NOTHING = Pattern.compile("[\\s{}\\[\\]]*");

  private AnyText() {}

  static Notification of(Incoming message) {
    String text = NOTHING.matcher(message.text()).matches() ? "" : message.text().strip();
    boolean json = message.json().isObject() || message.json().isList();
    if (!json && (text.startsWith("{") || text.startsWith("["))) {
      return damaged(message, text);
    }
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

  /** JSON that is cut off or broken: what can be read of it, then all of it. */
  private static Notification damaged(Incoming message, String text) {
    Draft draft =
        Notification.draft(message.id())
            .title(message.subject().orElse("A message that is damaged"))
            .summary(text)
            .occurredAt(message.sentAt());
    Matcher pair = PAIR.matcher(text);
    for (int i = 0; i < MOST_FIELDS && pair.find(); i++) {
      draft.field(pair.group(1), pair.group(2));
    }
    return draft.build();
  }
}
