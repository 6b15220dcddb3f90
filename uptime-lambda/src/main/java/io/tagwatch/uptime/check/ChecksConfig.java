package io.tagwatch.uptime.check;

import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole of {@code checks.yaml}.
 *
 * @param checks in the order of the file, with unique names
 * @param selfCheck URLs that are asked when every check failed
 * @param addresses which addresses checks may reach
 * @param publication how metrics get to CloudWatch
 */
public record ChecksConfig(
    List<Check> checks, List<URI> selfCheck, AddressRules addresses, Publication publication) {

  /** Nothing to watch: what is left of a document that could not be read. */
  static final ChecksConfig NOTHING =
      new ChecksConfig(List.of(), List.of(), AddressRules.DEFAULT, Publication.API);

  public ChecksConfig {
    checks = List.copyOf(checks);
    selfCheck = List.copyOf(selfCheck);
  }

  /**
   * Reads a list of checks as if it stood in the file in the place of its own: with the file's
   * defaults but for what is secret in them, without its groups. Mistakes go to {@code problems}.
   *
   * @param file which was read without mistakes
   */
  public static List<Check> readInstead(ConfigFile file, Node.Items list, Problems problems) {
    Map<String, Node> values = new LinkedHashMap<>(((Node.Fields) file.root()).values());
    Map<String, Place> keys = new LinkedHashMap<>(((Node.Fields) file.root()).keys());
    values.remove("groups");
    keys.remove("groups");
    values.computeIfPresent("defaults", (key, defaults) -> OpenDefaults.of(defaults));
    values.put("checks", list);
    keys.put("checks", list.place());
    return new ChecksFileReader(problems)
        .read(new Node.Fields(file.root().place(), values, keys))
        .checks();
  }

  /**
   * Reads a parsed file, whether it was JSON or YAML. Every mistake goes to {@code
   * file.problems()}; what is without mistakes is in the result. The caller ends with {@link
   * io.tagwatch.common.config.Problems#throwIfAny()}.
   */
  public static ChecksConfig read(ConfigFile file) {
    return file.parsed() ? new ChecksFileReader(file.problems()).read(file.root()) : NOTHING;
  }
}
