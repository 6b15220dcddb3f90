package io.tagwatch.cli.page.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The port that chromedriver took, from the line in which it says so. */
final class DriverPort {
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

  private DriverPort() {}

  static int of(Process driver) throws IOException {
    BufferedReader lines = driver.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        // Read on, or the driver stops when the pipe is full.
        Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
        return Integer.parseInt(started.group(1));
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("chromedriver did not start: " + said);
  }
}
