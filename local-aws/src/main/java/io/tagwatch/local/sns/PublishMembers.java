package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Params;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a message to publish from the members of Publish, or of one entry of its batch. */
final class PublishMembers {
  static final Set<String> NAMES =
      Set.of(
          "Message",
          "Subject",
          "MessageStructure",
          "MessageAttributes",
          "MessageGroupId",
          "MessageDeduplicationId");

  private static final List<String> TYPES = List.of("String", "Number", "Binary");
  private static final Set<String> ATTRIBUTE = Set.of("DataType", "StringValue", "BinaryValue");

  private PublishMembers() {}

  static Publication read(Params members) {
    if (members.has("MessageDeduplicationId")) {
      throw SnsFaults.invalid(
          "The request includes MessageDeduplicationId parameter that is not valid for this "
              + "topic type");
    }
    String structure = members.text("MessageStructure").orElse("");
    if (!structure.isEmpty() && !structure.equals("json")) {
      throw SnsFaults.invalid("MessageStructure");
    }
    Publication publication =
        new Publication(
            members.text("Message").orElse(""),
            members.text("Subject"),
            !structure.isEmpty(),
            attributes(members),
            members.text("MessageGroupId"));
    PublishRules.check(publication);
    return publication;
  }

  private static Map<String, PublishedAttribute> attributes(Params members) {
    Map<String, PublishedAttribute> attributes = new LinkedHashMap<>();
    members
        .structure("MessageAttributes")
        .ifPresent(
            map ->
                map.names()
                    .forEach(
                        name ->
                            attributes.put(
                                name, attribute(name, map.structure(name).orElseThrow()))));
    return attributes;
  }

  private static PublishedAttribute attribute(String name, Params value) {
    value.heeding(ATTRIBUTE);
    String type = value.text("DataType").orElse("");
    if (type.isEmpty()) {
      throw AwsFault.badRequest(
          "ValidationError",
          "1 validation error detected: Value null at 'messageAttributes."
              + name
              + ".member.dataType' failed to satisfy constraint: Member must not be null");
    }
    String kind =
        TYPES.stream()
            .filter(each -> type.equals(each) || type.startsWith(each + "."))
            .findFirst()
            .orElseThrow(() -> unsupported(name));
    String field = kind.equals("Binary") ? "Binary" : "String";
    if (!value.has(field + "Value") && value.names().size() > 1) {
      throw SnsFaults.attribute(
          "The message attribute '%s' with type '%s' must use field '%s'."
              .formatted(name, kind, field));
    }
    String text =
        value
            .text(field + "Value")
            .filter(each -> !each.isEmpty())
            .orElseThrow(() -> empty(name, type));
    requireFormat(name, kind, text);
    return new PublishedAttribute(type, text);
  }

  private static AwsFault unsupported(String name) {
    return SnsFaults.attribute(
        "The message attribute '"
            + name
            + "' has an invalid message attribute type, the set of supported type prefixes is "
            + "Binary, Number, and String.");
  }

  private static AwsFault empty(String name, String type) {
    return SnsFaults.attribute(
        "The message attribute '"
            + name
            + "' must contain non-empty message attribute value for message attribute type '"
            + type
            + "'.");
  }

  private static void requireFormat(String name, String kind, String text) {
    try {
      switch (kind) {
        case "Number" -> new BigDecimal(text);
        case "Binary" -> Base64.getDecoder().decode(text);
        default -> {
          // Any text is a String.
        }
      }
    } catch (NumberFormatException notANumber) {
      throw SnsFaults.attribute("Could not cast message attribute '" + name + "' value to number.");
    } catch (IllegalArgumentException notBase64) {
      throw SnsFaults.attribute("The message attribute '" + name + "' is not base64.");
    }
  }
}
