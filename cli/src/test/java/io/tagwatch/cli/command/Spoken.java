package io.tagwatch.cli.command;

import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command line said.
 *
 * @param exitCode how it ended
 * @param out its answer
 * @param err its complaints
 */
record Spoken(int exitCode, String out, String err) {

  /** Runs a command line in this process, without colour. */
  static Spoken by(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Style.PLAIN,
            false);
    int exitCode = TagwatchCommand.run(args, terminal);
    return new Spoken(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
