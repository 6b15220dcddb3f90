package io.tagwatch.cli.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks. Everything is UTF-8, whatever the locale says, because the messages are.
 *
 * @param out what was asked for
 * @param err errors and progress
 * @param style colour or none
 * @param interactive whether a person watches; progress that overwrites itself is only for them
 */
public record Terminal(PrintStream out, PrintStream err, Style style, boolean interactive) {

  /**
   * The process's own streams. Colour when both ends are a terminal, unless {@code NO_COLOR} is set
   * to anything or {@code TERM} is dumb (see no-color.org).
   */
  public static Terminal ofProcess() {
    Console console = System.console();
    boolean interactive = console != null && console.isTerminal();
    String noColor = System.getenv("NO_COLOR");
    boolean colour =
        interactive
            && (noColor == null || noColor.isEmpty())
            && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        colour ? Style.COLOUR : Style.PLAIN,
        interactive);
  }

  /** Prints a line of the answer. */
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Prints a line about the work: errors, notes, progress. */
  public void note(String line) {
    err.println(line);
    err.flush();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
