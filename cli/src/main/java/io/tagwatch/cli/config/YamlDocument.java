package io.tagwatch.cli.config;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 as people write it: core schema, one document, anchors and aliases. Every value knows
 * its line and column.
 *
 * <p>Reported and read on: a key given twice, a merge key, a tag of the writer's own, a number that
 * is not finite. Reported and given up: a syntax error, a second document, an alias of itself, more
 * than {@link YamlLimits} allows.
 */
public final class YamlDocument {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Place START = new Place("", 1, 1);

  private YamlDocument() {}

  /**
   * Parses a whole document; mistakes are added to {@code problems}.
   *
   * @return the root; {@link Node.Empty} when there is none
   */
  public static Node parse(String text, Problems problems) {
    String source = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(YamlLimits.CODE_POINTS)
            .setLabel(problems.file())
            .build();
    try {
      Node root =
          new YamlComposer(new Parse(settings).parseString(source).iterator(), problems).document();
      if (root instanceof Node.Empty) {
        problems.add(START, "is empty; write its first key (config/ holds one to start from)");
      }
      return root;
    } catch (YamlFault fault) {
      problems.add(fault.place(), fault.getMessage());
      return new Node.Empty(fault.place());
    } catch (YamlEngineException e) {
      return new Node.Empty(YamlSyntax.report(e, source, problems));
    }
  }
}
