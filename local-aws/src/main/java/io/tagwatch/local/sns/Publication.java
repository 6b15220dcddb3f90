package io.tagwatch.local.sns;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A message as its publisher hands it over.
 *
 * @param message the text; with the structure {@code json}, an object of texts by protocol
 * @param subject the subject line
 * @param structured whether the message is such an object
 * @param attributes the attributes beside it, by name
 * @param group the message group, which queues are told
 */
record Publication(
    String message,
    Optional<String> subject,
    boolean structured,
    Map<String, PublishedAttribute> attributes,
    Optional<String> group) {

  /** Text and attributes in bytes. */
  long size() {
    long size = utf8(message);
    for (Map.Entry<String, PublishedAttribute> each : attributes.entrySet()) {
      PublishedAttribute attribute = each.getValue();
      size += utf8(each.getKey()) + utf8(attribute.dataType());
      size +=
          attribute.binary()
              ? Base64.getDecoder().decode(attribute.value()).length
              : utf8(attribute.value());
    }
    return size;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
