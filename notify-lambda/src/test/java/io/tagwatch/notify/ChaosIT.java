package io.tagwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.common.secret.Secret;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.delivery.HandBack;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.notify.delivery.Surroundings;
import io.tagwatch.notify.http.PooledHttp;
import io.tagwatch.notify.message.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random misbehaviour of the service, a queue that delivers again what failed and gives up after
 * two times: every message ends at the service or in the dead-letter queue, with a reason in the
 * log; what is there twice is there because an answer was lost; no secret is in any log.
 */
class ChaosIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "x9secretsecretsecret";
  private static final int MESSAGES = 150;
  private static final int RECEIVES = 2;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void losesNothingWhateverTheServiceDoes(long seed) throws IOException {
    Random random = new Random(seed);
    String type = List.of("webhook", "slack", "discord").get((int) (seed % 3));
    try (MoodyService service = new MoodyService(random, SECRET)) {
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      Switchboard switchboard = switchboard(type, service, log);

      Set<String> dead = drain(switchboard, random);

      for (int i = 0; i < MESSAGES; i++) {
        String text = "message-" + i + "-end";
        assertThat(service.accepted(text) > 0 || dead.contains("item-" + i))
            .as("%s is delivered or in the dead-letter queue", text)
            .isTrue();
        assertThat(service.accepted(text))
            .as("%s is posted again only when an answer was lost", text)
            .isLessThanOrEqualTo(1 + service.lost(text));
      }
      String lines = log.toString(StandardCharsets.UTF_8);
      assertThat(lines).doesNotContain(SECRET);
      dead.forEach(item -> assertThat(lines).contains("\"message\":\"" + item + "\""));
    }
  }

  @Test
  void keepsItsDeadlineAgainstAServiceThatTrickles() throws IOException {
    try (TricklingService service = new TricklingService()) {
      Switchboard switchboard = switchboard("webhook", service.url(), new ByteArrayOutputStream());
      long start = System.nanoTime();

      String answer =
          switchboard.answer(
              Invocation.parse(
                  Samples.batch("x", "one", "two").getBytes(StandardCharsets.UTF_8), "r"),
              Deadline.in(Duration.ofMillis(800)));

      assertThat(answer).contains("item-1").contains("item-2");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  private static Set<String> drain(Switchboard switchboard, Random random) throws IOException {
    Map<String, Integer> receives = new HashMap<>();
    Set<String> dead = new HashSet<>();
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      waiting.add(i);
    }
    while (!waiting.isEmpty()) {
      List<Integer> batch =
          new ArrayList<>(waiting.subList(0, Math.min(waiting.size(), 1 + random.nextInt(10))));
      waiting.subList(0, batch.size()).clear();
      Set<String> failed =
          failed(switchboard.answer(batch(batch), Deadline.in(Duration.ofSeconds(3))));
      for (Integer i : batch) {
        String item = "item-" + i;
        if (failed.contains(item)) {
          if (receives.merge(item, 1, Integer::sum) >= RECEIVES) {
            dead.add(item);
          } else {
            waiting.add(i);
          }
        }
      }
    }
    return dead;
  }

  private static Invocation batch(List<Integer> numbers) throws IOException {
    JsonNode event =
        JSON.readTree(
            Samples.batch(
                "x", numbers.stream().map(i -> "message-" + i + "-end").toArray(String[]::new)));
    for (int n = 0; n < numbers.size(); n++) {
      ((com.fasterxml.jackson.databind.node.ObjectNode) event.at("/Records/" + n))
          .put("messageId", "item-" + numbers.get(n));
    }
    return Invocation.parse(event.toString().getBytes(StandardCharsets.UTF_8), "r");
  }

  private static Set<String> failed(String answer) throws IOException {
    Set<String> failed = new HashSet<>();
    JSON.readTree(answer)
        .get("batchItemFailures")
        .forEach(one -> failed.add(one.get("itemIdentifier").asText()));
    return failed;
  }

  private static Switchboard switchboard(
      String type, MoodyService service, ByteArrayOutputStream log) {
    return switchboard(type, service.url() + "/" + SECRET, log);
  }

  private static Switchboard switchboard(String type, String url, ByteArrayOutputStream log) {
    String key = type.equals("webhook") ? "url" : "webhook";
    ChannelsConfig config =
        Channels.read(
            "{\"channels\":{\"x\":{\"type\":\"" + type + "\",\"" + key + "\":\"env:URL\"}}}");
    PooledHttp http = new PooledHttp();
    ChannelTools tools = new ChannelTools(() -> http, new CachedSecrets(any -> new Secret(url)));
    JsonLog lines =
        new JsonLog(
            "notify",
            JsonLog.Level.DEBUG,
            new PrintStream(log, true, StandardCharsets.UTF_8),
            InstantSource.system());
    Surroundings around =
        new Surroundings(
            time -> {}, InstantSource.system(), tools.memory(), lines, Outcomes.UNHEARD);
    return new Switchboard(config, "prod", tools, around, HandBack.none());
  }
}
