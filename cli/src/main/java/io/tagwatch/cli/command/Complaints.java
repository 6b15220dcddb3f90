package io.tagwatch.cli.command;

import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.config.Suggestion;
import io.tagwatch.local.PortOccupiedException;
import io.tagwatch.local.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns whatever went wrong into sentences on the error stream and an exit code. */
final class Complaints
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
  private final Terminal terminal;

  Complaints(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String sentence =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched, command)
            : e.getMessage();
    terminal.note(
        "tagwatch: %s; see %s --help"
            .formatted(sentence, command.getCommandSpec().qualifiedName(" ")));
    return ExitCodes.USAGE;
  }

  private static String unmatched(UnmatchedArgumentException e, CommandLine command) {
    String word = e.getUnmatched().getFirst();
    boolean option = word.startsWith("-");
    Collection<String> known =
        option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
    if (!option && known.isEmpty()) {
      return "\"" + word + "\" is one argument too many";
    }
    String name = option ? word.split("=", 2)[0] : word;
    return "unknown %s \"%s\"%s"
        .formatted(option ? "option" : "command", name, Suggestion.didYouMean(name, known))
        .replaceAll("\\?$", "");
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine command, CommandLine.ParseResult result) {
    return switch (e) {
      case UserError error -> say(error.getMessage(), error.exitCode());
      case ConfigException error -> configuration(error);
      case PortOccupiedException error -> say(error.getMessage(), ExitCodes.USAGE);
      case StoreException error -> say(error.getMessage(), ExitCodes.USAGE);
      case SdkException error -> say("the cloud said no: " + error.getMessage(), ExitCodes.CLOUD);
      case IOException error -> say(file(error), ExitCodes.USAGE);
      case UncheckedIOException error -> say(file(error.getCause()), ExitCodes.USAGE);
      default -> bug(e);
    };
  }

  /** The exceptions of files have little more than the path in their message. */
  private static String file(IOException e) {
    String what = e instanceof FileSystemException ? "cannot use the file or folder " : "";
    return what
        + e.getMessage()
        + "; check that it is there and writable, and that the disk has room";
  }

  private int configuration(ConfigException e) {
    terminal.note(e.getMessage());
    return ExitCodes.USAGE;
  }

  private int say(String sentence, int exitCode) {
    terminal.note("tagwatch: " + sentence);
    return exitCode;
  }

  /** Not the user's fault: the kind and the place, and everything with TAGWATCH_DEBUG. */
  private int bug(Exception e) {
    String place =
        Optional.of(List.of(e.getStackTrace()))
            .filter(trace -> !trace.isEmpty())
            .map(trace -> " at " + trace.getFirst())
            .orElse("");
    terminal.note("tagwatch: this is a fault of Tagwatch itself, not yours: " + e + place);
    if (System.getenv("TAGWATCH_DEBUG") == null) {
      terminal.note("Set TAGWATCH_DEBUG=1 to see the whole trace, and report it.");
    } else {
      e.printStackTrace(terminal.err());
    }
    return ExitCodes.USAGE;
  }
}
