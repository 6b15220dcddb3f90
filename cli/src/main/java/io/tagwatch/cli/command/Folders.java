package io.tagwatch.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders that commands write to. */
final class Folders {
  private Folders() {}

  /** Whether there is a folder with something in it; one that cannot be read counts as empty. */
  static boolean holdsAnything(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes the folder if it is not there, and tries whether it can be written. */
  static void requireWritable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".tagwatch", ""));
    } catch (IOException e) {
      throw UserError.usage(
          "cannot write to the folder " + folder + "; make it writable, or name another one");
    }
  }
}
