package io.tagwatch.cli.command;

import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Terminal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The root of all commands. */
@Command(
    name = "tagwatch",
    description =
        "Watches servers and endpoints, keeps alarms right by tags, tells the right person.",
    mixinStandardHelpOptions = true,
    versionProvider = TagwatchCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch demo                 the whole story in seconds, nothing to configure",
      "  tagwatch check                ask the endpoints of config/checks.yaml once",
      "  tagwatch up                   watch them and tell the channels of config/channels.yaml",
      "  tagwatch COMMAND --help       more on one command"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCodes.FINE_HELP,
      "1:a finding: a check is down, a plan has changes (with --exit-code), a step of the demo did not"
          + " happen",
      ExitCodes.USAGE_HELP,
      ExitCodes.CLOUD_HELP
    })
public final class TagwatchCommand implements Runnable {
  @Spec private CommandSpec spec;

  TagwatchCommand() {}

  /** Runs a command line and answers the exit code. */
  public static int run(String[] args, Terminal terminal) {
    return commandLine(terminal).execute(args);
  }

  static CommandLine commandLine(Terminal terminal) {
    Complaints complaints = new Complaints(terminal);
    CommandLine line =
        new CommandLine(new TagwatchCommand())
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new UpCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new PlanCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new BacktestCommand(terminal))
            .addSubcommand(new ValidateCommand(terminal))
            .addSubcommand(new RenderCommand(terminal))
            .addSubcommand(new LocalCommand(terminal))
            .addSubcommand(new PackageCommand())
            .addSubcommand(new CompletionCommand(terminal))
            .addSubcommand(new WarmUpCommand())
            .addSubcommand(new HelpCommand());
    return line.registerConverter(Instant.class, TagwatchCommand::instant)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .setOut(new java.io.PrintWriter(terminal.out(), true))
        .setErr(new java.io.PrintWriter(terminal.err(), true))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.style() == Style.COLOUR ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(100)
        .setAbbreviatedOptionsAllowed(false);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "\"" + text + "\" is no instant in UTC; write it like 2026-11-21T08:00:00Z");
    }
  }

  /** Without a command, the help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = TagwatchCommand.class.getPackage().getImplementationVersion();
      return new String[] {"tagwatch " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
