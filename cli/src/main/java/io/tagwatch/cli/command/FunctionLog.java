package io.tagwatch.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Functions write their log to standard output, as Lambda wants it. Here it goes elsewhere, so that
 * the answer of the command stays readable: commands speak through their terminal.
 */
final class FunctionLog {
  private FunctionLog() {}

  /**
   * From now on standard output is that file, appended to.
   *
   * @param file null for nowhere
   */
  static void to(Path file) {
    System.setOut(
        new PrintStream(
            file == null ? OutputStream.nullOutputStream() : open(file),
            true,
            StandardCharsets.UTF_8));
  }

  private static OutputStream open(Path file) {
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw UserError.usage(
          "cannot write the log to " + file + "; name a file in a folder that is there");
    }
  }
}
