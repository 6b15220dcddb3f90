package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.Glob;
import java.util.List;

/**
 * Levels for some instance types, in place of the rule's.
 *
 * @param instanceType such as {@code t3.*}
 * @param levels at least one
 */
public record SizeLevels(Glob instanceType, List<Level> levels) {
  public SizeLevels {
    levels = List.copyOf(levels);
  }
}
