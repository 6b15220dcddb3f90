package io.tagwatch.local.sqs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a receiver wants to see beside the bodies.
 *
 * @param system names of system attributes, or All
 * @param user names of the sender's attributes, prefixes such as {@code bar.*}, or All or {@code
 *     .*}
 */
record AttributeChoice(List<String> system, List<String> user) {
  private static final Set<String> KNOWN =
      Set.of(
          "All",
          Message.SENDER,
          Message.TRACE,
          Message.GROUP,
          Message.DEDUPLICATION,
          Message.SEQUENCE,
          Message.DEAD_LETTER_SOURCE,
          "SentTimestamp",
          "ApproximateReceiveCount",
          "ApproximateFirstReceiveTimestamp");

  AttributeChoice {
    system.stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw SqsFaults.unknownAttribute(name);
            });
  }

  Map<String, String> systemOf(Message message) {
    Map<String, String> all = new TreeMap<>(message.labels());
    all.put("SentTimestamp", millis(message.sent()));
    all.put("ApproximateReceiveCount", String.valueOf(message.history().receives()));
    all.put("ApproximateFirstReceiveTimestamp", millis(message.history().first()));
    if (!system.contains("All")) {
      all.keySet().retainAll(system);
    }
    return all;
  }

  private static String millis(java.time.Instant instant) {
    return String.valueOf(instant.toEpochMilli());
  }

  Map<String, MessageAttribute> userOf(Message message) {
    Map<String, MessageAttribute> chosen = new LinkedHashMap<>();
    new TreeMap<>(message.attributes())
        .forEach(
            (name, value) -> {
              if (user.stream().anyMatch(pattern -> wants(pattern, name))) {
                chosen.put(name, value);
              }
            });
    return chosen;
  }

  private static boolean wants(String pattern, String name) {
    if (pattern.equals("All") || pattern.equals(name)) {
      return true;
    }
    return pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 2));
  }
}
