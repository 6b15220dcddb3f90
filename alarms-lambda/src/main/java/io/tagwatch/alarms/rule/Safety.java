package io.tagwatch.alarms.rule;

/**
 * When the deletion of alarms whose server is simply absent is held.
 *
 * @param maxDeleteShare held when more than this share of the owned alarms would go; default 0.5
 * @param from held only when more than this many would go; default 20
 */
public record Safety(double maxDeleteShare, int from) {
  /** Half of all alarms, and more than 20 of them. */
  public static final Safety DEFAULT = new Safety(0.5, 20);

  /** True when {@code absent} of {@code owned} alarms are too many to delete without a word. */
  public boolean holds(int absent, int owned) {
    return absent > from && absent > maxDeleteShare * owned;
  }
}
