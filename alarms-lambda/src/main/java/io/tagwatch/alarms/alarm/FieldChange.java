package io.tagwatch.alarms.alarm;

/** One field of an alarm that differs. */
public record FieldChange(String field, String before, String after) {
  @Override
  public String toString() {
    return field + " " + before + " -> " + after;
  }
}
