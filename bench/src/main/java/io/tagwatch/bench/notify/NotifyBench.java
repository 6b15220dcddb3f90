package io.tagwatch.bench.notify;

import io.tagwatch.bench.Median;
import io.tagwatch.bench.Table;
import io.tagwatch.common.Environment;
import io.tagwatch.notify.NotifyHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The handler in this process against a Slack webhook on loopback: the median time of one message,
 * and of a thousand when every post takes 50 ms, with two batches at once as the queue allows.
 */
public final class NotifyBench {
  private static final int WARM_UP = 3_000;
  private static final int MEASURED = 1_000;
  private static final int MANY = 1_000;
  private static final int AT_ONCE = 2;
  private static final Duration SLOW = Duration.ofMillis(50);

  private NotifyBench() {}

  /**
   * Both tables.
   *
   * @param peer {@code notify_slack.py} of terraform-aws-notify-slack, to be measured beside ours
   */
  public static String run(Optional<Path> peer) throws IOException, InterruptedException {
    Table warm = new Table("handler", "one message, warm", "target");
    warm.row("notify-lambda", millis(warm()), "≤ 3 ms");
    Table many = new Table("handler", "sent", "posts", "time", "lost", "told twice");
    for (BenchEvents.Kind kind : BenchEvents.Kind.values()) {
      many(many, kind, kind == BenchEvents.Kind.ALARMS ? 100 : 10);
    }
    if (peer.isPresent()) {
      PeerRun.measure(peer.get(), warm, many, MEASURED, MANY, AT_ONCE, SLOW);
    }
    return warm + "\n" + many;
  }

  static String millis(double value) {
    return String.format(Locale.ROOT, "%.2f ms", value);
  }

  static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f s", value);
  }

  private static double warm() throws IOException {
    try (SlowChat chat = SlowChat.start(Duration.ZERO)) {
      NotifyHandler handler = handler(chat);
      for (int n = 0; n < WARM_UP; n++) {
        told(handler, BenchEvents.batch(BenchEvents.Kind.ALARMS, n, 1));
      }
      double[] times = new double[MEASURED];
      for (int n = 0; n < MEASURED; n++) {
        byte[] event = BenchEvents.batch(BenchEvents.Kind.ALARMS, WARM_UP + n, 1);
        long start = System.nanoTime();
        told(handler, event);
        times[n] = (System.nanoTime() - start) / 1e6;
      }
      if (chat.names() != WARM_UP + MEASURED) {
        throw new IllegalStateException("the chat was told " + chat.names() + " alarms");
      }
      return Median.of(times);
    }
  }

  private static void many(Table table, BenchEvents.Kind kind, int size)
      throws IOException, InterruptedException {
    try (SlowChat chat = SlowChat.start(SLOW);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      NotifyHandler handler = handler(chat);
      List<Future<String>> answers = new ArrayList<>();
      long start = System.nanoTime();
      for (int n = 0; n < MANY; n += size) {
        byte[] event = BenchEvents.batch(kind, n, size);
        answers.add(workers.submit(() -> told(handler, event)));
      }
      for (Future<String> answer : answers) {
        answer.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      String what = MANY + (kind == BenchEvents.Kind.ALARMS ? " alarms" : " texts");
      table.row(
          "notify-lambda",
          what + ", batches of " + size,
          chat.posts(),
          seconds(seconds),
          MANY - chat.names(),
          chat.twice());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch failed", e.getCause());
    }
  }

  private static NotifyHandler handler(SlowChat chat) throws IOException {
    Path config = Files.createTempDirectory("tagwatch-bench");
    Files.writeString(
        config.resolve("channels.json"),
        "{\"channels\": {\"ops\": {\"type\": \"slack\", \"webhook\": \"env:HOOK\"}}}");
    return new NotifyHandler(
        new Environment(
            Map.of(
                "TAGWATCH_CONFIG_DIR",
                config.toString(),
                "HOOK",
                chat.url(),
                "AWS_REGION",
                "us-east-1",
                "TAGWATCH_LOG_LEVEL",
                "error"),
            InstantSource.system()));
  }

  private static String told(NotifyHandler handler, byte[] event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, null);
    String text = answer.toString(StandardCharsets.UTF_8);
    if (!text.equals("{\"batchItemFailures\":[]}")) {
      throw new IllegalStateException("undelivered: " + text);
    }
    return text;
  }
}
