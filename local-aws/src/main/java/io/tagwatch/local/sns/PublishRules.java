package io.tagwatch.local.sns;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What a topic refuses to publish. See Publish in the API reference. */
final class PublishRules {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private PublishRules() {}

  static void check(Publication publication) {
    if (publication.message().isEmpty()) {
      throw SnsFaults.invalid("Empty message");
    }
    if (publication.size() > SnsLimits.MESSAGE_BYTES) {
      throw SnsFaults.invalid("Message too long");
    }
    publication.subject().ifPresent(PublishRules::checkSubject);
    publication.attributes().keySet().forEach(AttributeNames::check);
    if (publication.structured()) {
      texts(publication.message());
    }
  }

  private static void checkSubject(String subject) {
    boolean printable = subject.codePoints().noneMatch(Character::isISOControl);
    if (subject.isBlank()
        || subject.codePointCount(0, subject.length()) > SnsLimits.SUBJECT_CHARACTERS
        || !printable) {
      throw SnsFaults.invalid("Subject");
    }
  }

  /** The text that a protocol gets. */
  static String textFor(String protocol, Publication publication) {
    if (!publication.structured()) {
      return publication.message();
    }
    JsonNode texts = texts(publication.message());
    JsonNode own = texts.path(protocol);
    return own.isTextual() ? own.textValue() : texts.path("default").textValue();
  }

  private static JsonNode texts(String message) {
    try {
      JsonNode texts = JSON.readTree(message);
      if (!texts.path("default").isTextual()) {
        throw SnsFaults.invalid("Message Structure - No default entry in JSON message body");
      }
      return texts;
    } catch (JacksonException notJson) {
      throw SnsFaults.invalid("Message Structure - JSON message body failed to parse");
    }
  }
}
