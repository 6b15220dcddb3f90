package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.Params;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a message attribute may be. See "Amazon SQS message metadata" in the developer guide. */
final class AttributeRules {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_.-]{1," + SqsLimits.ATTRIBUTE_NAME_CHARACTERS + "}");
  private static final List<String> TYPES = List.of("String", "Number", "Binary");
  private static final Set<String> MEMBERS = Set.of("DataType", "StringValue", "BinaryValue");

  private AttributeRules() {}

  static MessageAttribute read(String name, Params value) {
    value.heeding(MEMBERS);
    requireName(name);
    String type = value.text("DataType").orElse("");
    if (type.isEmpty()) {
      throw SqsFaults.invalidParameter(
          "Message (user) attribute '" + name + "' must contain a non-empty attribute type.");
    }
    if (TYPES.stream().noneMatch(each -> type.equals(each) || type.startsWith(each + "."))) {
      throw SqsFaults.invalidParameter(
          "The type of message (user) attribute '"
              + name
              + "' is invalid. You must use only the following supported type prefixes: "
              + "Binary, Number, String.");
    }
    String kind = TYPES.stream().filter(type::startsWith).findFirst().orElseThrow();
    String member = kind.equals("Binary") ? "BinaryValue" : "StringValue";
    String text =
        value.text(member).filter(each -> !each.isEmpty()).orElseThrow(() -> empty(name, kind));
    requireFormat(name, kind, text);
    return new MessageAttribute(type, text);
  }

  static void requireFew(int attributes) {
    if (attributes > SqsLimits.ATTRIBUTES_PER_MESSAGE) {
      throw SqsFaults.invalidParameter(
          "Number of message attributes [%d] exceeds the allowed maximum [%d]."
              .formatted(attributes, SqsLimits.ATTRIBUTES_PER_MESSAGE));
    }
  }

  private static RuntimeException empty(String name, String kind) {
    return SqsFaults.invalidParameter(
        "Message (user) attribute '"
            + name
            + "' must contain a non-empty value of type '"
            + (kind.equals("Binary") ? "Binary" : "String")
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
      throw SqsFaults.invalidParameter(
          "Can't cast the value of message (user) attribute '" + name + "' to a number.");
    } catch (IllegalArgumentException notBase64) {
      throw SqsFaults.invalidParameter(
          "The value of message (user) attribute '" + name + "' is not base64.");
    }
  }

  private static void requireName(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    boolean reserved =
        !name.equals(Message.TRACE) && (lower.startsWith("aws.") || lower.startsWith("amazon."));
    if (!NAME.matcher(name).matches()
        || name.startsWith(".")
        || name.endsWith(".")
        || name.contains("..")
        || reserved) {
      throw SqsFaults.invalidParameter(
          "The message (user) attribute name '"
              + name
              + "' is invalid: up to 256 letters, digits, _ - and single dots inside, not "
              + "beginning with AWS. or Amazon.");
    }
  }
}
