package io.tagwatch.notify.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.common.outcome.Outcome;
import io.tagwatch.common.outcome.OutcomeShard;
import io.tagwatch.common.outcome.Outcomes;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.objects.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeEnrichmentTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  private static final Duration AMPLE = Duration.ofSeconds(30);

  private final Shelf shelf = new Shelf();
  private final OutcomeEnrichment enrichment = new OutcomeEnrichment(shelf, 1, JsonLog.silent());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status | wait | status 503, expected status == 200 | https://api.example.com/health"
            + " | 🔴 api is down: status 503, expected 200 · 3 of 3 minutes"
            + " | https://api.example.com/health · it answers, but not as expected",
        "connect_refused | connect | connection refused | tcp://10.0.0.1:5432"
            + " | 🔴 api is down: connection refused · 3 of 3 minutes"
            + " | tcp://10.0.0.1:5432 · failed connecting",
        "tls_expired | tls | certificate ended 2026-11-17 | https://api/"
            + " | 🔴 api is down: certificate ended 2026-11-17 · 3 of 3 minutes"
            + " | https://api/ · failed in the TLS handshake",
        "connect_timeout | connect | '' | ''"
            + " | 🔴 api is down: connect timeout · 3 of 3 minutes | failed connecting",
      })
  void saysWhyACheckIsDown(
      String reason, String phase, String detail, String url, String headline, String line) {
    shelf.keep(1, Map.of("api", new Outcome(reason, phase, detail, url, EIGHT)));

    Notification told = enrich(alarm("api", "ALARM")).getFirst();

    assertThat(told.headline()).isEqualTo(headline);
    assertThat(told.summary()).startsWith(line + "\nsince ");
    assertThat(told.fields()).contains(new Field("Reason", reason + " in phase " + phase));
  }

  @Test
  void namesTheAddressOnce() {
    String url = "https://api.example.com/health";
    shelf.keep(1, Map.of("api", refused(url)));
    String message =
        Samples.owned(
            "api", "check-down", "Tagwatch/Uptime Up", "ALARM", reason(0), "api (" + url + ") is.");

    Notification told = enrich(Messages.recognise(message, "id")).getFirst();

    assertThat(told.headline())
        .isEqualTo("🔴 api is down: connection refused · " + url + " · 3 of 3 minutes");
    assertThat(told.summary()).startsWith("failed connecting\n");
  }

  @Test
  void linksTheEndpointOfAWebCheckOnly() {
    shelf.keep(1, Map.of("api", refused("https://api/"), "db", refused("tcp://db:5432")));

    List<Notification> told = enrich(alarm("api", "ALARM"), alarm("db", "ALARM"));

    assertThat(told.get(0).links()).contains(new Link("Endpoint", "https://api/"));
    assertThat(told.get(1).links()).extracting(Link::label).doesNotContain("Endpoint");
  }

  @Test
  void leavesEverythingElseAsItIs() {
    shelf.keep(1, Map.of("api", refused("https://api/")));
    Notification silent = owned("api", "check-down", "Tagwatch/Uptime Up", "ALARM", SILENT);
    Notification latency =
        owned("api", "check-latency", "Tagwatch/Uptime Latency", "ALARM", reason(900));
    Notification other = alarm("other", "ALARM");
    Notification over = alarm("api", "OK");
    Notification cpu = Messages.recognise(Samples.alarm("cpu", "ALARM"), "id");
    List<Notification> all = List.of(silent, latency, over, cpu);

    assertThat(enrichment.enrich(all, AMPLE)).isEqualTo(all);
    assertThat(shelf.reads).isEmpty();
    assertThat(enrich(other)).containsExactly(other);
  }

  @Test
  void asksOnceABatchAndForTheSameTextNeverAgain() {
    shelf.keep(1, Map.of("api", refused("https://api/"), "db", refused("tcp://db:5432")));

    enrich(alarm("api", "ALARM"), alarm("db", "ALARM"));
    List<Notification> again = enrich(alarm("db", "ALARM"));

    assertThat(shelf.reads).containsExactly("found", "unchanged");
    assertThat(again.getFirst().title())
        .isEqualTo("db is down: connection refused · 3 of 3 minutes");
  }

  @Test
  void looksIntoTheShardOfTheCheck() {
    OutcomeEnrichment sharded = new OutcomeEnrichment(shelf, 4, JsonLog.silent());
    for (int shard = 1; shard <= 4; shard++) {
      shelf.keep(shard, 4, Map.of());
    }
    int home = OutcomeShard.of("api", 4).number();
    shelf.keep(home, 4, Map.of("api", refused("https://api/")));

    List<Notification> told = sharded.enrich(List.of(alarm("api", "ALARM")), AMPLE);

    assertThat(told.getFirst().title())
        .isEqualTo("api is down: connection refused · 3 of 3 minutes");
  }

  @Test
  void sendsMessagesAsTheyAreWhenTheReasonCannotBeHad() {
    Notification api = alarm("api", "ALARM");
    Notification db = alarm("db", "ALARM");

    assertThat(enrich(api)).containsExactly(api);
    shelf.objects.put(new OutcomeShard(1, 1).key(), "not json");
    assertThat(enrich(api)).containsExactly(api);
    shelf.broken = true;
    assertThat(enrich(api, db)).containsExactly(api, db);
    assertThat(shelf.reads).containsExactly("missing", "found", "failed");
  }

  @Test
  void leavesTheTimeToDeliveryWhenThereIsLittle() {
    shelf.keep(1, Map.of("api", refused("https://api/")));
    Notification api = alarm("api", "ALARM");

    assertThat(enrichment.enrich(List.of(api), Duration.ofSeconds(9))).containsExactly(api);
    assertThat(shelf.reads).isEmpty();
  }

  @Test
  void keepsALongDetailOutOfTheTitle() {
    String detail = "body contains " + "x".repeat(200);
    shelf.keep(1, Map.of("api", new Outcome("expectation", "body", detail, "https://a/", EIGHT)));

    Notification told = enrich(alarm("api", "ALARM")).getFirst();

    assertThat(told.title()).hasSize("api is down: … · 3 of 3 minutes".length() + 120);
    assertThat(told.summary()).startsWith(detail + "\nhttps://a/ · ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "10000", "1.5"})
  void refusesANumberOfShardsThatIsNone(String shards) {
    Environment environment = new Environment(Map.of("TAGWATCH_SHARDS", shards), () -> EIGHT);

    assertThatThrownBy(() -> OutcomeEnrichment.of(environment, JsonLog.silent()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("TAGWATCH_SHARDS \"" + shards + "\" must be a number from 1 to 9999");
  }

  private static final String SILENT =
      "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were"
          + " treated as [Breaching].";

  private List<Notification> enrich(Notification... told) {
    return enrichment.enrich(List.of(told), AMPLE);
  }

  private static Outcome refused(String url) {
    return new Outcome("connect_refused", "connect", "connection refused", url, EIGHT);
  }

  private static Notification alarm(String check, String state) {
    return owned(check, "check-down", "Tagwatch/Uptime Up", state, reason(0));
  }

  private static String reason(int value) {
    return "Threshold Crossed: 3 out of the last 3 datapoints ["
        + value
        + ".0 (21/11/26 03:11:00)] were less than the threshold (1.0) (minimum 3 datapoints for OK"
        + " -> ALARM transition).";
  }

  private static Notification owned(
      String check, String alarm, String metric, String state, String reason) {
    return Messages.recognise(
        Samples.owned(check, alarm, metric, state, reason, "a rule of a check."), "id");
  }

  /** Objects in memory; every reading is written down. */
  private static final class Shelf implements ObjectStore {
    private final Map<String, String> objects = new HashMap<>();
    private final List<String> reads = new ArrayList<>();
    private boolean broken;

    void keep(int shard, Map<String, Outcome> checks) {
      keep(shard, 1, checks);
    }

    void keep(int shard, int of, Map<String, Outcome> checks) {
      objects.put(new OutcomeShard(shard, of).key(), new Outcomes(EIGHT, checks).print());
    }

    @Override
    public Read read(String key, Optional<String> etag) {
      String json = objects.get(key);
      String now = "\"" + (json == null ? 0 : json.hashCode()) + "\"";
      Read read =
          broken
              ? new Read.Failed("cannot be read: S3 answered SlowDown")
              : json == null
                  ? new Read.Missing()
                  : etag.filter(now::equals).isPresent()
                      ? new Read.Unchanged()
                      : new Read.Found(json, now);
      reads.add(read.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
      return read;
    }

    @Override
    public Write write(String key, String json) {
      throw new UnsupportedOperationException("notify-lambda only reads");
    }
  }
}
