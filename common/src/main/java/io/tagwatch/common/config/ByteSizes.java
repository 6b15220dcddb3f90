package io.tagwatch.common.config;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of bytes as people write them: {@code 512B}, {@code 64KiB}, {@code 1MiB}. */
public final class ByteSizes {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(B|KiB|MiB)");
  private static final long KIB = 1_024;

  private ByteSizes() {}

  /** A whole number directly followed by B, KiB or MiB; empty for anything else. */
  public static OptionalLong parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return OptionalLong.of(
        switch (matcher.group(2)) {
          case "B" -> amount;
          case "KiB" -> amount * KIB;
          default -> amount * KIB * KIB;
        });
  }
}
