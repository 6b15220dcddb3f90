package io.tagwatch.cli.command;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of AWS regions, as options and the environment give them. */
final class Regions {
  /** {@code eu-west-1}, {@code us-gov-east-1}, {@code us-isob-east-1}; also a name of one's own. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final int LONGEST = 32;

  private Regions() {}

  static String valid(String region) {
    if (region.length() > LONGEST || !NAME.matcher(region).matches()) {
      throw UserError.usage(
          "\""
              + region
              + "\" is no region; write lower-case letters, digits and -, such as eu-west-1");
    }
    return region;
  }

  /** {@code AWS_REGION}, then {@code AWS_DEFAULT_REGION}, then {@code us-east-1}. */
  static String ofEnvironment() {
    return valid(
        Optional.ofNullable(System.getenv("AWS_REGION"))
            .or(() -> Optional.ofNullable(System.getenv("AWS_DEFAULT_REGION")))
            .filter(name -> !name.isBlank())
            .orElse("us-east-1"));
  }
}
