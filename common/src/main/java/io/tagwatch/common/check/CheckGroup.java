package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.List;
import java.util.Optional;

/**
 * Checks that share defaults: those of the file itself, or those of one of its {@code groups}.
 *
 * @param name empty for the checks that stand under {@code checks} of the file
 * @param defaults its own {@code defaults}; for a group, those of the file hold where it is silent
 * @param inherited what holds for checks that have no alarm line or no windows of their own
 * @param checks texts or mappings, lists by {@code for} already resolved; other nodes are mistakes
 *     that whoever reads the checks reports
 */
public record CheckGroup(
    Optional<String> name, Optional<Section> defaults, Inherited inherited, List<Node> checks) {

  public CheckGroup {
    checks = List.copyOf(checks);
  }
}
