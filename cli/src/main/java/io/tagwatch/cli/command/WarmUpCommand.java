package io.tagwatch.cli.command;

import io.tagwatch.cli.demo.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads what commands need, so that the build can keep it for quick starts. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A folder to work in.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    Folders.requireWritable(folder);
    FunctionLog.to(null);
    Demo.warmUp(folder);
    return ExitCodes.FINE;
  }
}
