package io.tagwatch.notify.notification;

import io.tagwatch.common.alarm.Severity;

/** State and severity at a glance. */
public enum Look {
  CRITICAL("🔴", 0xD0021B),
  WARNING("🟠", 0xF5A623),
  MINOR("🔵", 0x2F80ED),
  RESOLVED("🟢", 0x2EB67D),
  NO_DATA("⚫", 0x4A4A4A),
  NOTICE("🟡", 0xECB22E),
  INFO("⚪", 0x9B9B9B);

  private final String icon;
  private final int colour;

  Look(String icon, int colour) {
    this.icon = icon;
    this.colour = colour;
  }

  /** The look of a status and severity. */
  public static Look of(Status status, Severity severity) {
    return switch (status) {
      case RESOLVED -> RESOLVED;
      case NO_DATA -> NO_DATA;
      case FIRING ->
          severity == Severity.CRITICAL ? CRITICAL : severity == Severity.WARNING ? WARNING : MINOR;
      case INFO ->
          severity == Severity.CRITICAL ? CRITICAL : severity == Severity.WARNING ? NOTICE : INFO;
    };
  }

  /** One coloured circle. */
  public String icon() {
    return icon;
  }

  /** Red, green and blue in one number. */
  public int colour() {
    return colour;
  }

  /** The colour as {@code #d0021b}. */
  public String hexColour() {
    return "#" + java.util.HexFormat.of().toHexDigits(colour, 6);
  }
}
