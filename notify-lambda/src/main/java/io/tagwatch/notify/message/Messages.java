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
  private static final List<Recogniser> ALARMS =
      List.of(new SnsAlarmMessage(), new AlarmConfiguration(), new AlarmAction(), new OwnNotice());

  /** Loaded with the first message that is no alarm: an alarm on a cold start waits for none. */
  private static final class Others {
    static final List<Recogniser> RECOGNISERS =
        List.of(
            new BudgetText(),
            new CostAnomaly(),
            new InstanceEvent(),
            new HealthEvent(),
            new SecurityFinding(),
            new BackupNotice(),
            new StackNotice(),
            new ScalingNotice(),
            new DatabaseNotice(),
            new BuildEvent(),
            new ContainerEvent(),
            new ApiCall(),
            new MailNotice(),
            new ObjectNotice(),
            new CustomNotice(),
            new EnvironmentNotice(),
            new SubscriptionRequest(),
            new Events());
  }

  /** So many envelopes within each other are opened. */
  private static final int ENVELOPES = 4;

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
    return recognise(message, Json.parse(message).orElse(Json.NOTHING), id);
  }

  private static Notification recognise(String message, Json json, String id) {
    Json one = json.single();
    return isEnvelope(one)
        ? ofEnvelope(one, id)
        : understand(new Incoming(id, Optional.empty(), message, one, Optional.empty()));
  }

  /** A message that stands somewhere in JSON: as text, or as an object where others write text. */
  static Notification recognise(Json place, String id) {
    return place.isObject() || place.isList()
        ? recognise("", place, id)
        : recognise(place.text().orElse(""), id);
  }

  /**
   * An SNS envelope: as queues and HTTP subscribers get it, or the {@code Sns} of a Lambda event.
   * The message in it may be an envelope again, where somebody publishes what another topic sent.
   */
  static Notification ofEnvelope(Json envelope, String id) {
    String own = envelope.text("MessageId").orElse(id);
    Json inner = envelope;
    for (int depth = 0; depth < ENVELOPES && isEnvelope(content(inner)); depth++) {
      inner = content(inner);
    }
    return understand(
        new Incoming(
            own,
            inner.text("Subject"),
            inner.text("Message").orElse(""),
            SubscriptionRequest.is(envelope) ? envelope : content(inner).single(),
            inner.text("Timestamp").flatMap(Times::parse)));
  }

  private static Json content(Json envelope) {
    Json message = envelope.at("Message");
    return message.isObject() || message.isList()
        ? message
        : message.text().flatMap(Json::parse).orElse(Json.NOTHING);
  }

  static boolean isEnvelope(Json json) {
    return json.has("Message")
        && json.has("TopicArn")
        && (json.has("MessageId") || json.has("Type"));
  }

  static Notification understand(Incoming message) {
    return recognised(message, ALARMS).orElseGet(() -> understand(message, Others.RECOGNISERS));
  }

  static Notification understand(Incoming message, List<Recogniser> recognisers) {
    return recognised(message, recognisers)
        .or(() -> AnyJson.recognise(message))
        .orElseGet(() -> AnyText.of(message));
  }

  private static Optional<Notification> recognised(Incoming message, List<Recogniser> recognisers) {
    for (Recogniser recogniser : recognisers) {
      try {
        Optional<Notification> known = recogniser.recognise(message);
        if (known.isPresent()) {
          return known;
        }
      } catch (RuntimeException e) {
        // A message of a known kind with an unknown shape must still be told: as plain as it is.
        return Optional.of(BareAlarm.recognise(message).orElseGet(() -> AnyText.of(message)));
      }
    }
    return Optional.empty();
  }
}
