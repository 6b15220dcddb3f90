package io.tagwatch.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code tagwatch help up} is {@code tagwatch up --help}. */
@Command(
    name = "help",
    description = "Show the help of a command, or of all.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  tagwatch help", "  tagwatch help up"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.FINE_HELP, ExitCodes.USAGE_HELP})
final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "Which one.")
  private String command;

  @Override
  public void run() {
    CommandLine all = spec.parent().commandLine();
    CommandLine one = command == null ? all : all.getSubcommands().get(command);
    if (one == null) {
      throw new UnmatchedArgumentException(all, command);
    }
    one.usage(all.getOut());
  }
}
