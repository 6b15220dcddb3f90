package io.tagwatch.local.sns;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON in which a message travels that is not delivered raw. See "HTTP/HTTPS notification JSON
 * format" in the developer guide. The signature says that there is none: only AWS has the key.
 */
final class Envelope {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String SIGNATURE =
      Base64.getEncoder()
          .encodeToString(
              "not signed: published by an embedded cloud".getBytes(StandardCharsets.UTF_8));
  private static final JsonMapper JSON = new JsonMapper();

  private final URI cloud;

  Envelope(URI cloud) {
    this.cloud = cloud;
  }

  /**
   * Wraps a text.
   *
   * @param id the MessageId
   * @param at when it was published
   * @param text what this subscription's protocol gets
   */
  String wrap(
      Publication publication, String text, String id, Instant at, Topic topic, Subscription to) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("Type", "Notification");
    envelope.put("MessageId", id);
    envelope.put("TopicArn", topic.arn().toString());
    publication.subject().ifPresent(subject -> envelope.put("Subject", subject));
    envelope.put("Message", text);
    envelope.put("Timestamp", MILLIS.format(at));
    envelope.put("SignatureVersion", topic.signatureVersion());
    envelope.put("Signature", SIGNATURE);
    envelope.put(
        "SigningCertURL",
        "https://sns."
            + topic.arn().region()
            + ".amazonaws.com/SimpleNotificationService-00000000000000000000000000000000.pem");
    envelope.put(
        "UnsubscribeURL",
        cloud + "/?Action=Unsubscribe&Version=2010-03-31&SubscriptionArn=" + to.arn());
    if (!publication.attributes().isEmpty()) {
      envelope.put("MessageAttributes", attributes(publication));
    }
    return print(envelope);
  }

  private static Map<String, Object> attributes(Publication publication) {
    Map<String, Object> result = new LinkedHashMap<>();
    publication
        .attributes()
        .forEach(
            (name, attribute) -> {
              Map<String, String> shown = new LinkedHashMap<>();
              shown.put("Type", attribute.dataType());
              shown.put("Value", attribute.value());
              result.put(name, shown);
            });
    return result;
  }

  private static String print(Map<String, Object> envelope) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(envelope);
    } catch (JacksonException e) {
      throw new IllegalStateException("Texts can always be written", e);
    }
  }
}
