package io.tagwatch.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--json",
      description = "Print {\"shells\", \"script\"} instead of the script alone.")
  private boolean json;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("tagwatch", spec.root().commandLine());
    terminal.out().print(json ? asJson(script) : script);
    terminal.out().flush();
    return ExitCodes.FINE;
  }

  private static String asJson(String script) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putArray("shells").add("bash").add("zsh");
    return root.put("script", script).toPrettyString() + "\n";
  }
}
