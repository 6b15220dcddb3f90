package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What happened to an object of S3, as the bucket publishes it. */
final class ObjectNotice implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    List<Json> records = message.json().items("Records");
    if (records.isEmpty()) {
      return Optional.empty();
    }
    Json first = records.getFirst();
    return first.text("s3", "bucket", "name").isPresent() && first.text("eventName").isPresent()
        ? Optional.of(notification(message, first, records.size() - 1))
        : Optional.empty();
  }

  private static Notification notification(Incoming message, Json record, int more) {
    String bucket = record.text("s3", "bucket", "name").orElse("");
    String key = record.text("s3", "object", "key").map(ObjectNotice::decoded).orElse("");
    String event = record.text("eventName").orElse("");
    return Notification.draft(message.id())
        .title(
            "S3 "
                + event
                + ": "
                + bucket
                + (key.isEmpty() ? "" : "/" + key)
                + (more > 0 ? " and " + more + " more" : ""))
        .looks(StateWords.look(event.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")))
        .region(record.text("awsRegion"))
        .resource(record.text("s3", "bucket", "arn"))
        .occurredAt(record.text("eventTime").flatMap(Times::parse).or(message::sentAt))
        .field("Size", record.number("s3", "object", "size").map(n -> Quantity.print(n, "Bytes")))
        .field("Version", record.text("s3", "object", "versionId"))
        .field("Who", record.text("userIdentity", "principalId"))
        .field("From", record.text("requestParameters", "sourceIPAddress"))
        .field("Region", record.text("awsRegion"))
        .build();
  }

  /** Keys come encoded as in a form. */
  private static String decoded(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return key;
    }
  }
}
