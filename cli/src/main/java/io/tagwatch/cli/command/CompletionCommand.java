package io.tagwatch.cli.command;

import io.tagwatch.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a completion script for bash and zsh. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  source <(./tagwatch completion)", "  ./tagwatch completion >> ~/.bashrc"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.FINE_HELP, ExitCodes.USAGE_HELP})
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Spec private CommandSpec spec;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(AutoComplete.bash("tagwatch", spec.root().commandLine()));
    terminal.out().flush();
    return ExitCodes.FINE;
  }
}
