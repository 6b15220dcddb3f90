package io.tagwatch.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The three YAML files of the story, with the addresses of this run filled in. */
final class DemoFiles {
  private DemoFiles() {}

  /** Writes them into a folder; {@code ${NAME}} in them becomes the value of NAME. */
  static void write(Path folder, Map<String, String> values) throws IOException {
    Files.createDirectories(folder);
    for (String name : new String[] {"checks.yaml", "alarms.yaml", "channels.yaml"}) {
      String text = text(name);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("${" + value.getKey() + "}", value.getValue());
      }
      Files.writeString(folder.resolve(name), text);
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The build left out demo/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
