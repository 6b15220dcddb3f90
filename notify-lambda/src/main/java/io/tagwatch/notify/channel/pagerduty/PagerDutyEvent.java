package io.tagwatch.notify.channel.pagerduty;

import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.text.Escape;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event: resolved matters resolve, all others trigger; the dedup key joins the two. See "PD-CEF"
 * and "Send an event" in the Events API v2 documentation.
 */
final class PagerDutyEvent {
  static final int SUMMARY = 1_024;
  static final int DEDUP_KEY = 255;

  /** A whole event may have 512 KB ("Events API v2 Overview", "Size Limits"). */
  static final int EVENT_BYTES = 512 * 1_024;

  /** Nobody reads that much. */
  static final int DETAIL = 4_000;

  /** In UTF-8 and as JSON, three bytes each at most. */
  private static final int ALL_DETAILS = 100_000;

  private static final int SOURCE = 255;

  private final Notification notification;

  private PagerDutyEvent(Notification notification) {
    this.notification = notification;
  }

  static String of(Notification notification, Form form) {
    PagerDutyEvent event = new PagerDutyEvent(notification);
    return JsonText.object(json -> event.write(json, form));
  }

  private void write(JsonText json, Form form) {
    json.text("event_action", notification.status() == Status.RESOLVED ? "resolve" : "trigger")
        .text("dedup_key", dedupKey())
        .object("payload", payload -> payload(payload, form));
    if (form == Form.RICH && !notification.links().isEmpty()) {
      json.list(
          "links",
          list ->
              notification
                  .links()
                  .forEach(
                      link ->
                          list.item(
                              one ->
                                  one.text("href", link.url())
                                      .text("text", Text.cut(link.label(), SOURCE)))));
    }
    json.text("client", "Tagwatch");
  }

  private void payload(JsonText payload, Form form) {
    String criterion = notification.criterion().map(words -> " (" + words + ")").orElse("");
    payload
        .text("summary", summary(notification.title() + criterion))
        .text("source", source())
        .text("severity", notification.severity().word())
        .text("timestamp", notification.occurredAt().map(Instant::toString))
        .text("class", notification.kind().word());
    if (form == Form.RICH) {
      payload.object("custom_details", this::details);
    }
  }

  private void details(JsonText json) {
    int left = ALL_DETAILS;
    int shown = 0;
    Map<String, String> details = details();
    for (Map.Entry<String, String> detail : details.entrySet()) {
      String value = Text.cut(detail.getValue(), DETAIL);
      left -= detail.getKey().length() + value.length();
      if (left < 0) {
        json.text("…", "and " + (details.size() - shown) + " more");
        return;
      }
      json.text(detail.getKey(), value);
      shown++;
    }
  }

  /** Must say something; a title may hold nothing but control characters. */
  private String summary(String text) {
    String summary = Text.line(text, SUMMARY, Escape.NONE);
    return summary.isBlank() ? notification.kind().word() : summary;
  }

  private Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    notification.name().ifPresent(name -> details.put("Name", name));
    details.put("Status", notification.status().word());
    if (!notification.summary().isEmpty()) {
      details.put("Summary", notification.summary());
    }
    for (Field field : notification.fields()) {
      details.merge(
          Text.cut(field.name(), SOURCE), field.value(), (one, other) -> one + ", " + other);
    }
    return details;
  }

  private String source() {
    String source =
        notification.resource().or(notification::name).or(notification::account).orElse("tagwatch");
    return Text.line(source, SOURCE, Escape.NONE);
  }

  /** Keys that are too long are replaced by a hash, which is as stable as they are. */
  private String dedupKey() {
    String key = notification.dedupKey().orElse(notification.id());
    if (key.length() <= DEDUP_KEY) {
      return key;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
