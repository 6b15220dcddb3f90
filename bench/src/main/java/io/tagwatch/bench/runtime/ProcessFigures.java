package io.tagwatch.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux counts for one process.
 *
 * @param cpuSeconds time on a processor, in user and kernel mode, of all threads that it had
 * @param peakBytes its largest resident set
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public record ProcessFigures(double cpuSeconds, long peakBytes) {
  /** USER_HZ, which is 100 on every architecture that Lambda and this bench run on. */
  private static final double TICKS_PER_SECOND = 100;

  /** {@code utime} is field 14; the fields after the command's closing bracket begin at 3. */
  private static final int USER_TIME = 14 - 3;

  /** Reads them now; the process must still run. */
  public static ProcessFigures of(long pid) throws IOException {
    Path folder = Path.of("/proc", String.valueOf(pid));
    String stat = Files.readString(folder.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    double ticks =
        Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[USER_TIME + 1]);
    return new ProcessFigures(ticks / TICKS_PER_SECOND, peak(folder.resolve("status")));
  }

  private static long peak(Path status) throws IOException {
    return Files.readString(status)
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .map(kib -> kib * 1_024)
        .findFirst()
        .orElseThrow();
  }
}
