package io.tagwatch.notify.config;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code accounts:} of channels.yaml: what people call an account, by its number. Optional. */
final class AccountsReader {
  /** AWS account management guide, "View AWS account identifiers": twelve digits. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");

  /** Code points; longer ones would push the number out of sight. */
  private static final int LONGEST_NAME = 60;

  private AccountsReader() {}

  static Map<String, String> read(Section root) {
    Problems problems = root.problems();
    Map<String, String> names = new HashMap<>();
    for (Map.Entry<String, Node> member : root.members("accounts").entrySet()) {
      String number = member.getKey();
      Node node = member.getValue();
      if (!NUMBER.matcher(number).matches()) {
        problems.add(
            node,
            "\""
                + number
                + "\" is no account number; write its twelve digits in quotes,"
                + " such as \"123456789012\": acme-prod");
      }
      Section.asText(node, problems)
          .ifPresent(
              name -> {
                if (isName(name)) {
                  names.put(number, name.strip());
                } else {
                  problems.add(
                      node,
                      "the name of an account must be one line of 1 to "
                          + LONGEST_NAME
                          + " characters");
                }
              });
    }
    return names;
  }

  private static boolean isName(String name) {
    String text = name.strip();
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= LONGEST_NAME
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
