package io.tagwatch.local.cloudwatch;

/**
 * A history item in its room.
 *
 * @param region where the alarm is or was
 * @param number counts the items of a region
 * @param item what happened
 */
record HistoryRecord(String region, long number, HistoryItem item) {

  /** Sorts by region and number. */
  String key() {
    return region + "/" + "%019d".formatted(number);
  }
}
