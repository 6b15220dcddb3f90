package io.tagwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.Environment;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.common.secret.EnvironmentSecrets;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.chaos.MoodyHttp;
import io.tagwatch.notify.chaos.SimulatedQueue;
import io.tagwatch.notify.chaos.SimulatedTime;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.notify.delivery.Surroundings;
import io.tagwatch.notify.http.Http;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.message.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand messages for each channel, two environments that share their memory, a service in
 * every mood, a queue that hands out twice, and calls to the queue that fail. In simulated time and
 * with fixed seeds, so that each run is the same.
 */
class ChaosTest {
  private static final int MESSAGES = 10_000;
  private static final int RECEIVES = 6;
  private static final Duration FUNCTION = Duration.ofSeconds(55);
  private static final Pattern FAILED = Pattern.compile("\"itemIdentifier\":\"([^\"]+)\"");
  private static final Pattern REASONED =
      Pattern.compile("\"message\":\"(sns-\\d+)\",\"reason\":\"[^\"]+\"");

  private final SimulatedTime time = new SimulatedTime();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Memory memory = new ProcessMemory(time::instant);

  static Stream<String> channels() {
    return Channels.all().stream().map(ConfiguredChannel::name);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void losesNothingWhateverHappens(String channel) {
    Random random = new Random(channel.hashCode());
    String secret = secret(channel);
    MoodyHttp service = new MoodyHttp(time, random, Samples.goodReply(channel), secret);
    SimulatedQueue queue = new SimulatedQueue(time, random, channel, RECEIVES);
    Switchboard[] environments = {
      switchboard(service, queue, random), switchboard(service, queue, random)
    };
    for (int i = 0; i < MESSAGES; i++) {
      queue.send("item-" + i, Samples.envelope("sns-" + i, null, text(i)));
    }

    while (!queue.isEmpty()) {
      byte[] batch = queue.receive(1 + random.nextInt(100));
      queue.answered(answer(environments[random.nextInt(2)], batch));
    }

    for (int i = 0; i < MESSAGES; i++) {
      String mark = String.valueOf(i);
      assertThat(service.accepted(mark) > 0 || queue.dead().contains("item-" + i))
          .as("message %s is delivered or a dead letter", mark)
          .isTrue();
      assertThat(service.accepted(mark))
          .as("message %s is there again only when an answer was lost", mark)
          .isLessThanOrEqualTo(1 + service.lost(mark));
    }
    String lines = log.toString(StandardCharsets.UTF_8);
    assertThat(lines).doesNotContain(secret, "x9secretsecret", "AAsecretsecretsecret", "B0SECRET");
    Set<String> reasons = found(REASONED, lines);
    assertThat(queue.dead()).hasSizeLessThan(MESSAGES / 20);
    assertThat(reasons)
        .containsAll(queue.dead().stream().map(item -> item.replace("item", "sns")).toList());
  }

  /** A channel can only hide the secret that it knows. */
  private static String secret(String channel) {
    boolean url = Channels.named(channel).service().secrets().toString().contains("URL");
    return url ? Channels.SECRET_URL : Channels.SECRET_TOKEN;
  }

  @Test
  void keepsToARateLimitWithoutLosingOrRepeatingAnything() {
    RateLimited service = new RateLimited();
    SimulatedQueue queue = new SimulatedQueue(time, new Random(1), "webhook", 120);
    Switchboard switchboard = switchboard(service, queue, new Random(1));
    for (int i = 0; i < 1_000; i++) {
      queue.send("item-" + i, Samples.envelope("sns-" + i, null, "zq" + i + "qz"));
    }

    while (!queue.isEmpty()) {
      queue.answered(answer(switchboard, queue.receive(100)));
    }

    assertThat(service.accepted).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(queue.dead()).isEmpty();
    assertThat(queue.mostReceives()).isLessThan(30);
    assertThat(time.passed()).isBetween(Duration.ofSeconds(990), Duration.ofSeconds(1_600));
  }

  /** Answers in 50 ms, and takes one message a second, five at once at most. */
  private final class RateLimited implements Http {
    private final List<String> accepted = new java.util.ArrayList<>();
    private double tokens = 5;
    private long filled;

    @Override
    public HttpReply send(io.tagwatch.notify.http.HttpCall call, Duration limit) {
      time.pass(Duration.ofMillis(50));
      tokens = Math.min(5, tokens + (time.nanos() - filled) / 1e9);
      filled = time.nanos();
      if (tokens < 1) {
        return new HttpReply(429, Optional.of("1"), "slow down");
      }
      tokens--;
      accepted.add(call.body());
      return HttpReply.of(200, "ok");
    }
  }

  /** Mostly alarms, which become digests, and texts, which do not. */
  private static String text(int i) {
    String mark = "zq" + i + "qz";
    return i % 5 < 3
        ? """
          {"AlarmName":"%s","NewStateValue":"ALARM","OldStateValue":"OK","NewStateReason":"so it is",
           "StateChangeTime":"2026-11-21T03:12:05.123+0000",
           "AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:%s"}
          """
            .formatted(mark, mark)
        : mark;
  }

  private Set<String> answer(Switchboard switchboard, byte[] batch) {
    return found(
        FAILED,
        switchboard.answer(Invocation.parse(batch, "r"), Deadline.in(FUNCTION, time::nanos)));
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private Switchboard switchboard(Http service, SimulatedQueue queue, Random random) {
    Environment environment =
        new Environment(
            Map.of("URL", Channels.SECRET_URL, "TOKEN", Channels.SECRET_TOKEN), time::instant);
    ChannelTools tools =
        new ChannelTools(
            () -> service, new CachedSecrets(new EnvironmentSecrets(environment)), memory);
    JsonLog lines =
        new JsonLog(
            "notify",
            JsonLog.Level.DEBUG,
            new PrintStream(log, true, StandardCharsets.UTF_8),
            time::instant);
    return new Switchboard(
        new ChannelsConfig(Channels.all()),
        "prod",
        tools,
        new Surroundings(
            time::pass, random::nextDouble, time::instant, memory, lines, Outcomes.UNHEARD),
        queue);
  }
}
