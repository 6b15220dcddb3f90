package io.tagwatch.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Help for {@code ./tagwatch package}, which the script carries out because it is a build. */
@Command(
    name = "package",
    description = "Build the zips of the three functions and print their sizes.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch package                what changed since the last time",
      "  tagwatch package --rebuild      everything anew",
      "  tagwatch package --json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.FINE_HELP, "2:the build failed, or a JDK or Maven is missing"})
final class PackageCommand implements Callable<Integer> {
  @Option(names = "--rebuild", description = "Start from nothing instead of from what is built.")
  private boolean rebuild;

  @Option(
      names = "--json",
      description = "Print {\"zips\": [{\"name\", \"bytes\", \"path\"}]} instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    throw UserError.usage(
        "run ./tagwatch package%s%s, the script; it builds with Maven"
            .formatted(rebuild ? " --rebuild" : "", json ? " --json" : ""));
  }
}
