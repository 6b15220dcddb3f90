package io.tagwatch.cli.config;

import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that holds {@code checks}, {@code alarms} and {@code channels}, each as {@code .yaml}
 * (what people write) or {@code .json} (what Terraform makes of it).
 */
public record ConfigFolder(Path directory) {

  /** Reads one of the files by its name without ending; mistakes are in the result. */
  public ConfigFile read(String name) {
    Path yaml = directory.resolve(name + ".yaml");
    Path json = directory.resolve(name + ".json");
    if (Files.exists(yaml) && Files.exists(json)) {
      Problems problems = new Problems(yaml.toString());
      problems.add(Place.ROOT, "stands beside " + json.getFileName() + "; remove one of the two");
      return new ConfigFile(problems, new Node.Empty(Place.ROOT));
    }
    return !Files.exists(yaml) && Files.exists(json) ? ConfigFile.json(json) : yaml(yaml);
  }

  /** Reads any YAML file; mistakes are in the result. */
  public static ConfigFile yaml(Path file) {
    Problems problems = new Problems(file.toString());
    if (!Files.exists(file)) {
      problems.add(
          Place.ROOT, "is not there; write it (config/ holds one to start from) or give --config");
      return new ConfigFile(problems, new Node.Empty(Place.ROOT));
    }
    String text = ConfigFile.text(file, problems);
    return new ConfigFile(
        problems,
        problems.isEmpty() ? YamlDocument.parse(text, problems) : new Node.Empty(Place.ROOT));
  }

  /**
   * Writes a document as the functions read it: {@code <name>.json} in {@code target}.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void writeJson(Node root, Path target, String name) throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve(name + ".json"), JsonText.of(root));
  }
}
