package io.tagwatch.alarms.sync;

import java.util.Comparator;

/**
 * Creations (composites after what they look at) before updates before deletions, critical before
 * warning, then the rule's priority, then its name, then the alarm's. A reminder follows the update
 * of its alarm.
 */
final class WriteOrder {
  static final Comparator<Change> ORDER =
      Comparator.<Change>comparingInt(WriteOrder::kind)
          .thenComparing(change -> change.identity().severity())
          .thenComparingInt(Change::priority)
          .thenComparing(change -> change.identity().rule())
          .thenComparing(Change::name)
          .thenComparing(change -> change instanceof Change.Remind);

  private WriteOrder() {}

  private static int kind(Change change) {
    return switch (change) {
      case Change.Create create -> create.alarm().alarm().isComposite() ? 1 : 0;
      case Change.Update update -> update.after().isPresent() ? 3 : 2;
      case Change.Remind remind -> 2;
      case Change.Delete delete -> 4;
    };
  }
}
