package io.tagwatch.cli.config;

/**
 * How large a configuration file may be. Far above what a person writes, far below what exhausts a
 * laptop: a few aliases of aliases ("billion laughs") describe more values than memory holds.
 */
final class YamlLimits {
  static final int CODE_POINTS = 1_000_000;
  static final int VALUES = 100_000;
  static final int DEPTH = 40;

  /** Digits before or after the decimal point; what a double can hold, with room. */
  static final int DIGITS = 400;

  private YamlLimits() {}
}
