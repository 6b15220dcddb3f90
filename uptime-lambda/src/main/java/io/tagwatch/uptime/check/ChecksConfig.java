package io.tagwatch.uptime.check;

import io.tagwatch.common.config.ConfigFile;
import java.net.URI;
import java.util.List;

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
   * Reads a parsed file, whether it was JSON or YAML. Every mistake goes to {@code
   * file.problems()}; what is without mistakes is in the result. The caller ends with {@link
   * io.tagwatch.common.config.Problems#throwIfAny()}.
   */
  public static ChecksConfig read(ConfigFile file) {
    return file.parsed() ? new ChecksFileReader(file.problems()).read(file.root()) : NOTHING;
  }
}
