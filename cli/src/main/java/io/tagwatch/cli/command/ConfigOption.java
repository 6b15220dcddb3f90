package io.tagwatch.cli.command;

import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.cli.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the three files are. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description =
          "Folder of checks.yaml, alarms.yaml and channels.yaml. Default: config here, else the one"
              + " that Tagwatch brings along.")
  private Path given;

  /** The folder that counts. */
  Path folder() {
    return Optional.ofNullable(given).orElseGet(ConfigOption::standard);
  }

  /** Whether it is the folder that Tagwatch brings along. */
  boolean isOurs() {
    return given == null && ours().filter(folder()::equals).isPresent();
  }

  Configuration read() {
    return Configuration.read(new ConfigFolder(existing()));
  }

  /** The folder that counts, which is there. */
  Path existing() {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw UserError.usage(
          "the folder "
              + folder
              + " is not there; write checks.yaml, alarms.yaml and channels.yaml"
              + " into it (Tagwatch's own config folder has examples) or name another with --config");
    }
    return folder;
  }

  private static Path standard() {
    Path here = Path.of("config");
    return Files.isDirectory(here) ? here : ours().orElse(here);
  }

  /** The script tells where it lives. */
  private static Optional<Path> ours() {
    return Optional.ofNullable(System.getProperty("tagwatch.root"))
        .map(root -> Path.of(root, "config"));
  }
}
