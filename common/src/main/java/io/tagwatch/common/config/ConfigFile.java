package io.tagwatch.common.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A configuration file and the mistakes found in it.
 *
 * @param problems where readers report; {@link ConfigException#throwIfAny} ends the reading
 * @param root the document; {@link Node.Empty} when it could not be parsed, which is reported
 */
public record ConfigFile(Problems problems, Node root) {

  /** Reads a JSON file; a missing or unreadable one is a reported mistake. */
  public static ConfigFile json(Path file) {
    Problems problems = new Problems(file.toString());
    String text = text(file, problems);
    Node root =
        problems.isEmpty() ? JsonDocument.parse(text, problems) : new Node.Empty(Place.ROOT);
    return new ConfigFile(problems, root);
  }

  /** The text of a file; empty, with a reported mistake, when it cannot be read. */
  public static String text(Path file, Problems problems) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      problems.add(Place.ROOT, "is not there; create it or set TAGWATCH_CONFIG_DIR to its folder");
    } catch (CharacterCodingException e) {
      problems.add(Place.ROOT, "is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      problems.add(Place.ROOT, "cannot be read: " + e.getMessage());
    }
    return "";
  }

  /** True when the document was parsed and readers may walk it. */
  public boolean parsed() {
    return !(root instanceof Node.Empty);
  }
}
