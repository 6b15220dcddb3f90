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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The handler in this process against a Slack webhook on loopback: the median time of one message,
 * and of a thousand when every post takes 50 ms, with two batches at once as the queue allows; once
 * more when some posts are refused because the service is busy.
 */
public final class NotifyBench {
  private static final int WARM_UP = 3_000;
  private static final int MEASURED = 1_000;
  private static final int MANY = 1_000;
  private static final int AT_ONCE = 2;
  private static final Duration SLOW = Duration.ofMillis(50);

  /** After so many a queue would give a message up. */
  private static final int MOST_RECEIVES = 5;

  /** Each so-manieth post is refused with 429 where Slack is busy. */
  static final int BUSY = 17;

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
    many(many, BenchEvents.Kind.ALARMS, 100, Integer.MAX_VALUE);
    many(many, BenchEvents.Kind.TEXTS, 10, Integer.MAX_VALUE);
    many(many, BenchEvents.Kind.TEXTS, 10, BUSY);
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

  private static void many(Table table, BenchEvents.Kind kind, int size, int busyEvery)
      throws IOException, InterruptedException {
    try (SlowChat chat = SlowChat.start(SLOW, busyEvery);
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
          what + ", batches of " + size + mood(busyEvery),
          chat.posts(),
          seconds(seconds),
          MANY - chat.names(),
          chat.twice());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch failed", e.getCause());
    }
  }

  /** What is said of a service that refuses some posts. */
  static String mood(int busyEvery) {
    return busyEvery == Integer.MAX_VALUE ? "" : ", every " + busyEvery + "th post refused (429)";
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

  /** As its queue does, brings again what the answer names. */
  private static String told(NotifyHandler handler, byte[] event) throws IOException {
    byte[] open = event;
    for (int receives = 0; receives < MOST_RECEIVES; receives++) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(open), answer, null);
      Set<String> failed = BenchEvents.failed(answer.toByteArray());
      if (failed.isEmpty()) {
        return answer.toString(StandardCharsets.UTF_8);
      }
      open = BenchEvents.only(open, failed);
    }
    throw new IllegalStateException("undelivered after " + MOST_RECEIVES + " receives");
  }
}
