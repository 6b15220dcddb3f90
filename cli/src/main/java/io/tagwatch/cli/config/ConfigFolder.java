package io.tagwatch.cli.config;

import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  /** Whether one of the files is there, in either form. */
  public boolean has(String name) {
    return Files.exists(directory.resolve(name + ".yaml"))
        || Files.exists(directory.resolve(name + ".json"));
  }

  /** The {@code alarms.yaml} that Tagwatch brings along, for those who have none. */
  public static ConfigFile standardAlarms() {
    Problems problems = new Problems("alarms.yaml of Tagwatch itself");
    try (InputStream in = ConfigFolder.class.getResourceAsStream("/config/alarms.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The build left out config/alarms.yaml");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ConfigFile(problems, YamlDocument.parse(text, problems));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from the class path does not fail", e);
    }
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
