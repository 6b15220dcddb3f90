package io.tagwatch.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that commands write to. */
final class Folders {
  private Folders() {}

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
