package io.tagwatch.cli.command;

import io.tagwatch.cli.render.Rendering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads stored events; whatever is wrong with any of the files is said at once, before anything.
 */
final class EventFiles {
  private static final String STANDARD_INPUT = "-";

  private final List<String> problems = new ArrayList<>();

  private EventFiles() {}

  /** The bytes of one file, which hold at least one message. */
  record StoredEvent(String file, byte[] bytes) {}

  /**
   * The events in the order of their files.
   *
   * @param files a dash is standard input
   * @throws UserError that names every file that is missing, is a folder, or holds no message
   */
  static List<StoredEvent> read(List<Path> files) {
    EventFiles reader = new EventFiles();
    List<StoredEvent> events = new ArrayList<>();
    for (Path file : files) {
      reader.read(file, events);
    }
    reader.throwIfAny();
    return events;
  }

  private void read(Path file, List<StoredEvent> events) {
    String name = file.toString();
    String what = name.equals(STANDARD_INPUT) ? "standard input" : "the file " + name;
    if (Files.isDirectory(file)) {
      problems.add(name + " is a folder; name the files in it, such as " + name + "/*.json");
      return;
    }
    try {
      byte[] bytes =
          name.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(file);
      if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
        problems.add(what + " is empty; give it an event, an alarm's message or any text");
      } else if (Rendering.isEmpty(bytes)) {
        problems.add(what + " holds no message: its Records are empty");
      } else {
        events.add(new StoredEvent(name, bytes));
      }
    } catch (NoSuchFileException e) {
      problems.add(what + " is not there");
    } catch (IOException e) {
      problems.add(what + " cannot be read: " + e.getMessage());
    }
  }

  private void throwIfAny() {
    if (problems.size() == 1) {
      throw UserError.usage(problems.getFirst());
    }
    if (!problems.isEmpty()) {
      throw UserError.usage(
          problems.size() + " files hold nothing to show\n  " + String.join("\n  ", problems));
    }
  }
}
