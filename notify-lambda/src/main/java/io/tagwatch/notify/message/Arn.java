package io.tagwatch.notify.message;

import java.util.Optional;

/**
 * An Amazon resource name.
 *
 * @param resource everything after the fifth colon
 */
record Arn(
    String partition, String service, String region, String account, String resource, String text) {

  static Optional<Arn> parse(String text) {
    String[] parts = text.strip().split(":", 6);
    return parts.length == 6 && parts[0].equals("arn")
        ? Optional.of(
            new Arn(parts[1], parts[2], parts[3].strip(), parts[4].strip(), parts[5], text.strip()))
        : Optional.empty();
  }

  static Optional<Arn> parse(Optional<String> text) {
    return text.flatMap(Arn::parse);
  }

  Optional<String> regionIfAny() {
    return region.isEmpty() ? Optional.empty() : Optional.of(region);
  }

  Optional<String> accountIfAny() {
    return account.isEmpty() ? Optional.empty() : Optional.of(account);
  }
}
