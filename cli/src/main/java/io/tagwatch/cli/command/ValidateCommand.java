package io.tagwatch.cli.command;

import io.tagwatch.cli.config.Configuration;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds every mistake of the three files. */
@Command(
    name = "validate",
    description =
        "Find every mistake in checks.yaml, alarms.yaml and channels.yaml, with its place; if there is"
            + " none, tell what the checks cost a month (prices of AWS_REGION).",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch validate                       the files in config/",
      "  tagwatch validate --config prod         the files in prod/",
      "  tagwatch validate --json                for an editor or a pipeline"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.FINE_HELP, "2:there are mistakes, or a file is missing"})
final class ValidateCommand implements Callable<Integer> {
  /** Whose prices are told where the environment names no region. */
  private static final String REGION = "us-east-1";

  private final Terminal terminal;
  @Mixin private ConfigOption config;

  @Option(names = "--json", description = "Print the mistakes as JSON.")
  private boolean json;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.read();
    try {
      configuration.validate();
    } catch (ConfigException e) {
      if (!json) {
        throw e;
      }
      terminal.say(MistakesJson.of(e.files()));
      return ExitCodes.USAGE;
    }
    configuration.doubts(Environment.ofProcess().namespace()).forEach(terminal::note);
    String region = Environment.ofProcess().region().orElse(REGION);
    if (json) {
      terminal.say(MistakesJson.none(configuration.cost(region)));
    } else {
      terminal.say("checks, alarms and channels in " + config.folder() + " are fine");
      terminal.say(configuration.spokenCost(region));
    }
    return ExitCodes.FINE;
  }
}
