package io.tagwatch.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what commands need, so that the build can keep it for quick starts. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return ExitCodes.FINE;
  }
}
