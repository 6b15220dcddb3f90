package io.tagwatch.local.sns;

import java.nio.charset.StandardCharsets;

/** What the name of a message attribute may be. */
final class AttributeNames {
  private AttributeNames() {}

  static void check(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > SnsLimits.ATTRIBUTE_NAME_BYTES) {
      throw SnsFaults.attribute("Length of message attribute name must be less than 256 bytes.");
    }
    name.codePoints()
        .filter(point -> !allowed(point))
        .findFirst()
        .ifPresent(
            point -> {
              throw SnsFaults.attribute(
                  ("Invalid non-alphanumeric character '#x%X' was found in the message "
                          + "attribute name. Can only include alphanumeric characters, hyphens, "
                          + "underscores, or dots.")
                      .formatted(point));
            });
    checkDots(name);
  }

  private static boolean allowed(int point) {
    return (point < 0x80 && Character.isLetterOrDigit(point))
        || point == '-'
        || point == '_'
        || point == '.';
  }

  private static void checkDots(String name) {
    if (name.startsWith(".")) {
      throw SnsFaults.attribute(
          "Invalid message attribute name starting with character '.' was found.");
    }
    if (name.endsWith(".")) {
      throw SnsFaults.attribute(
          "Invalid message attribute name ending with character '.' was found.");
    }
    if (name.contains("..")) {
      throw SnsFaults.attribute("Message attribute name can not have successive '.' character.");
    }
  }
}
