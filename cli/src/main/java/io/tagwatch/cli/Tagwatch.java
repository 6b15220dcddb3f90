package io.tagwatch.cli;

import io.tagwatch.cli.command.TagwatchCommand;
import io.tagwatch.cli.terminal.Terminal;

/** The program behind {@code ./tagwatch}. */
public final class Tagwatch {
  private Tagwatch() {}

  public static void main(String[] args) {
    System.exit(TagwatchCommand.run(args, Terminal.ofProcess()));
  }
}
