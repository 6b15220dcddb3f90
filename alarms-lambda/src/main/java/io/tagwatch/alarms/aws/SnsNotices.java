package io.tagwatch.alarms.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.tag.Notices;
import io.tagwatch.alarms.tag.RejectedTag;
import io.tagwatch.alarms.tag.TagNotice;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Notices through Publish, in the form that notify-lambda knows as Tagwatch's own. */
final class SnsNotices implements Notices {
  private static final String PUBLISH = "Publish";
  private static final JsonFactory JSON = new JsonFactory();

  private final SignedQuery query;
  private final String topicArn;

  SnsNotices(SignedQuery query, String topicArn) {
    this.query = query;
    this.topicArn = topicArn;
  }

  @Override
  public Optional<Failure> publish(TagNotice notice) {
    try {
      query.call(PUBLISH, Map.of("TopicArn", topicArn, "Message", json(notice)));
      return Optional.empty();
    } catch (SdkException e) {
      return Optional.of(Faults.failure("sns", PUBLISH, e));
    }
  }

  private static String json(TagNotice notice) {
    RejectedTag tag = notice.tag();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("tagwatch", "notice");
      json.writeStringField("title", notice.title());
      json.writeStringField("text", notice.text());
      json.writeStringField("severity", "warning");
      if (notice.owner().isPresent()) {
        json.writeStringField("owner", notice.owner().get());
      }
      json.writeStringField("resource", tag.subject());
      json.writeObjectFieldStart("fields");
      json.writeStringField("Server", tag.subject());
      json.writeStringField("Write", tag.expected());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
