package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Understands what AWS and Tagwatch publish. Never fails: what is not recognised is told as fields
 * or as text. Thread-safe.
 */
public final class Messages {
  private static final List<Recogniser> RECOGNISERS =
      List.of(
          new SnsAlarmMessage(),
          new AlarmConfiguration(),
          new AlarmAction(),
          new OwnNotice(),
          new BudgetText(),
          new CostAnomaly(),
          new InstanceEvent(),
          new HealthEvent(),
          new SecurityFinding(),
          new BackupNotice(),
          new StackNotice(),
          new ScalingNotice(),
          new DatabaseNotice(),
          new Events());

  private Messages() {}

  /**
   * A stored message: an SNS envelope, an SNS message, an EventBridge event, an alarm action, any
   * JSON, or any text. Bytes that are not UTF-8 are read as far as they are.
   *
   * @param id used unless the message carries its own
   */
  public static Notification recognise(byte[] message, String id) {
    return recognise(new String(message, StandardCharsets.UTF_8), id);
  }

  /** As {@link #recognise(byte[], String)}, for text. */
  public static Notification recognise(String message, String id) {
    Optional<Json> json = Json.parse(message);
    if (json.isPresent() && isEnvelope(json.get())) {
      return ofEnvelope(json.get(), id);
    }
    return understand(
        new Incoming(id, Optional.empty(), message, json.orElse(Json.NOTHING), Optional.empty()));
  }

  /**
   * An SNS envelope: as queues and HTTP subscribers get it, or the {@code Sns} of a Lambda event.
   */
  static Notification ofEnvelope(Json envelope, String id) {
    String text = envelope.text("Message").orElse("");
    return understand(
        new Incoming(
            envelope.text("MessageId").orElse(id),
            envelope.text("Subject"),
            text,
            Json.parse(text).orElse(Json.NOTHING),
            envelope.text("Timestamp").flatMap(Times::parse)));
  }

  static boolean isEnvelope(Json json) {
    return json.has("Message")
        && json.has("TopicArn")
        && (json.has("MessageId") || json.has("Type"));
  }

  static Notification understand(Incoming message) {
    return understand(message, RECOGNISERS);
  }

  static Notification understand(Incoming message, List<Recogniser> recognisers) {
    for (Recogniser recogniser : recognisers) {
      try {
        Optional<Notification> known = recogniser.recognise(message);
        if (known.isPresent()) {
          return known.get();
        }
      } catch (RuntimeException e) {
        // A message of a known kind with an unknown shape must still be told: as plain as it is.
        return BareAlarm.recognise(message).orElseGet(() -> AnyText.of(message));
      }
    }
    return AnyJson.recognise(message).orElseGet(() -> AnyText.of(message));
  }
}
