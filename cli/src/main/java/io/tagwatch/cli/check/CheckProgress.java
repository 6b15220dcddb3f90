package io.tagwatch.cli.check;

import io.tagwatch.uptime.probe.ProbeResult;
import java.io.PrintStream;

/** How far a round is, on one line that overwrites itself and is gone at the end. */
public final class CheckProgress {
  private static final String START_OF_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final int checks;
  private int probed;
  private int down;

  public CheckProgress(PrintStream out, int checks) {
    this.out = out;
    this.checks = checks;
  }

  /** Counts one more. */
  public void add(ProbeResult result) {
    probed++;
    down += result.up() ? 0 : 1;
    String last = result.up() ? result.name() : result.name() + " is DOWN";
    out.print(
        START_OF_LINE + "%d of %d probed, %d down · %s".formatted(probed, checks, down, last));
    out.flush();
  }

  /** Leaves an empty line for what follows. */
  public void end() {
    out.print(START_OF_LINE);
    out.flush();
  }
}
