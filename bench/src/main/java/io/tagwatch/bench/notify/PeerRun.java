package io.tagwatch.bench.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.bench.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The handler of terraform-aws-notify-slack under the machine's Python, with the same messages and
 * the same stand-in for Slack. A topic calls it once for each message.
 */
final class PeerRun {
  private static final String DRIVER = "peer.py";

  private PeerRun() {}

  static void measure(
      Path handler, Table warm, Table many, int warmCount, int manyCount, int atOnce, Duration slow)
      throws IOException, InterruptedException {
    try (SlowChat fast = SlowChat.start(Duration.ZERO)) {
      JsonNode answer = run(handler, fast, warmCount, 1);
      warm.row("notify_slack.py", NotifyBench.millis(answer.path("median_ms").asDouble()), "");
    }
    many(handler, many, manyCount, atOnce, slow, Integer.MAX_VALUE);
    many(handler, many, manyCount, atOnce, slow, NotifyBench.BUSY);
  }

  private static void many(
      Path handler, Table many, int manyCount, int atOnce, Duration slow, int busyEvery)
      throws IOException, InterruptedException {
    try (SlowChat chat = SlowChat.start(slow, busyEvery)) {
      JsonNode answer = run(handler, chat, manyCount, atOnce);
      many.row(
          "notify_slack.py",
          manyCount + " alarms, one by one" + NotifyBench.mood(busyEvery),
          chat.posts(),
          NotifyBench.seconds(answer.path("seconds").asDouble()),
          manyCount - chat.names(),
          chat.twice());
    }
  }

  private static JsonNode run(Path handler, SlowChat chat, int count, int atOnce)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tagwatch-peer");
    Path driver = folder.resolve(DRIVER);
    try (InputStream source = PeerRun.class.getResourceAsStream(DRIVER)) {
      Files.copy(source, driver, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> events = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      events.add(BenchEvents.sns(BenchEvents.Kind.ALARMS, n));
    }
    Path input = Files.write(folder.resolve("events.jsonl"), events);
    ProcessBuilder python =
        new ProcessBuilder(
            "python3",
            driver.toString(),
            handler.toAbsolutePath().toString(),
            input.toString(),
            String.valueOf(atOnce));
    python.environment().put("SLACK_WEBHOOK_URL", chat.url());
    python.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = python.start();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(handler + " could not be run by python3: " + answer);
    }
    return new ObjectMapper().readTree(answer.lines().reduce("", (first, last) -> last));
  }
}
