package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The lines that Elastic Beanstalk publishes: {@code Message: …}, {@code Environment: …}. */
final class EnvironmentNotice implements Recogniser {
  private static final String MESSAGE = "Message";
  private static final String ENVIRONMENT = "Environment";

  @Override
  public Optional<Notification> recognise(Incoming message) {
    if (message.json().isObject() || !message.text().contains(ENVIRONMENT + ":")) {
      return Optional.empty();
    }
    Map<String, String> lines = new LinkedHashMap<>();
    message.text().lines().forEach(line -> add(lines, line));
    return lines.containsKey(MESSAGE)
            && lines.containsKey(ENVIRONMENT)
            && lines.containsKey("Application")
        ? Optional.of(notification(message, lines))
        : Optional.empty();
  }

  private static void add(Map<String, String> lines, String line) {
    int colon = line.indexOf(": ");
    if (colon > 0) {
      lines.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 2).strip());
    }
  }

  private static Notification notification(Incoming message, Map<String, String> lines) {
    String news = lines.get(MESSAGE);
    return Notification.draft(message.id())
        .title(lines.get(ENVIRONMENT) + ": " + Title.plain(news))
        .looks(look(news))
        .occurredAt(message.sentAt())
        .field("Application", lines.get("Application"))
        .field("Time", lines.get("Timestamp"))
        .link(
            Optional.ofNullable(lines.get("Environment URL"))
                .flatMap(url -> Link.of("Environment", url)))
        .build();
  }

  /** Health goes from one colour or word to another; the last one counts. */
  private static Optional<Look> look(String news) {
    int to = news.lastIndexOf(" to ");
    String state = to < 0 ? "" : news.substring(to + 4).split("[^A-Za-z]", 2)[0];
    return switch (state.toLowerCase(java.util.Locale.ROOT)) {
      case "red", "severe" -> Optional.of(Look.CRITICAL);
      case "yellow", "warning", "degraded" -> Optional.of(Look.WARNING);
      case "green", "ok" -> Optional.of(Look.RESOLVED);
      default -> StateWords.look(news).filter(Look.WARNING::equals);
    };
  }
}
