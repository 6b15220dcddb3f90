package io.tagwatch.uptime.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.secret.EnvironmentSecrets;
import io.tagwatch.uptime.check.ChecksConfig;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.LiveProber;
import io.tagwatch.uptime.probe.ProbeResult;
import io.tagwatch.uptime.probe.ProbeRound;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every target of {@code lab.txt} is probed; verdict, reason and phase must be the truth. */
class LabIT {
  private static final List<String> CERTIFICATES =
      List.of("valid", "soon", "expired", "future", "stranger", "self", "incomplete");

  @TempDir static Path folder;

  private static final List<AutoCloseable> SERVERS = new ArrayList<>();
  private static final Map<String, String> TRUTH = new LinkedHashMap<>();
  private static final Map<String, ProbeResult> FOUND = new HashMap<>();
  private static WebLab web;
  private static String trustBefore;

  @BeforeAll
  static void probeEverythingOnce() throws Exception {
    Map<String, String> places = startServers();
    ChecksConfig config = config(places);
    Environment environment =
        new Environment(
            Map.of(
                "LAB_TOKEN", "Bearer s3cret", "LAB_WORD", "s3cret", "LAB_KEY", places.get("key")),
            InstantSource.system());
    try (LiveProber prober =
        LiveProber.telling(
            config.addresses(), new EnvironmentSecrets(environment), environment.clock())) {
      new ProbeRound(prober)
          .run(config.checks(), Duration.ofMinutes(4), result -> FOUND.put(result.name(), result));
    }
  }

  @AfterAll
  static void stopServers() throws Exception {
    if (trustBefore == null) {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("javax.net.ssl.trustStorePassword");
    } else {
      System.setProperty("javax.net.ssl.trustStore", trustBefore);
    }
    for (AutoCloseable server : SERVERS) {
      server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> findsTheTruthAbout() {
    return TRUTH.entrySet().stream()
        .map(
            truth ->
                DynamicTest.dynamicTest(
                    truth.getKey(),
                    () -> {
                      ProbeResult result = FOUND.get(truth.getKey());
                      assertThat(verdict(result)).as("%s", result).isEqualTo(truth.getValue());
                      assertThat(result.phases().durations())
                          .satisfies(
                              phases ->
                                  result
                                      .failure()
                                      .filter(f -> !phases.isEmpty())
                                      .ifPresent(f -> assertThat(phases).containsKey(f.phase())));
                    }));
  }

  @Test
  void hasAtLeastAHundredTargets() {
    assertThat(TRUTH).hasSizeGreaterThanOrEqualTo(100);
    assertThat(FOUND).hasSameSizeAs(TRUTH);
  }

  @Test
  void asksOnceAndNeverAgain() {
    assertThat(web.visits("/status/429")).isEqualTo(1);
    assertThat(web.visits("/status/503")).isEqualTo(1);
    assertThat(web.visits("/reset")).isEqualTo(1);
    assertThat(web.visits("/close")).isEqualTo(1);
  }

  @Test
  void tellsTheDaysOfCertificatesThatAreNotValidToo() {
    assertThat(FOUND.get("tls-valid").certificateDaysLeft()).hasValue(89);
    assertThat(FOUND.get("tls-soon").certificateDaysLeft()).hasValue(9);
    assertThat(FOUND.get("tls-expired").certificateDaysLeft()).hasValue(-5);
    assertThat(FOUND.get("tls-stranger").certificateDaysLeft()).hasValue(88);
    assertThat(FOUND.get("tls-self").certificateDaysLeft()).hasValue(88);
    assertThat(FOUND.get("ok").certificateDaysLeft()).isEmpty();
    assertThat(FOUND.get("redirect-tls-tls").certificateDaysLeft()).hasValue(9);
    assertThat(FOUND.get("redirect-to-tls").certificateDaysLeft()).isEmpty();
    assertThat(FOUND.get("redirect-to-bad").certificateDaysLeft()).isEmpty();
  }

  @Test
  void tellsEveryExpectationThatFails() {
    assertThat(FOUND.get("both-fail").failure().orElseThrow().detail())
        .contains("status 500, expected status in 200..299")
        .contains("body is \"ok\", expected body contains \"nope\"");
  }

  @Test
  void neverTellsASecret() {
    assertThat(FOUND.values().toString())
        .contains("> Authorization: (secret)")
        .doesNotContain("s3cret")
        .doesNotContain("amFuZTpzM2NyZXQ=")
        .doesNotContain("BEGIN PRIVATE KEY");
  }

  @Test
  void tellsNothingThatATerminalWouldObey() {
    assertThat(FOUND.get("colours").trace()).contains("< X-Lab:  [31mred");
    assertThat(FOUND.values())
        .flatMap(ProbeResult::trace)
        .noneMatch(step -> step.chars().anyMatch(Character::isISOControl));
    assertThat(FOUND.values())
        .flatMap(result -> result.failure().map(Failure::detail).stream().toList())
        .noneMatch(detail -> detail.chars().anyMatch(Character::isISOControl));
  }

  @Test
  void asksForATokenOnceForAllChecksThatShareIt() {
    assertThat(web.visits("/token")).isEqualTo(1);
    assertThat(FOUND.get("oauth2-refused").failure().orElseThrow().detail())
        .isEqualTo("not asked: the token endpoint answers status 401 invalid_client");
  }

  @Test
  void tellsTheWholeStoryOfAProbe() {
    assertThat(String.join("\n", FOUND.get("tls-valid").trace()))
        .containsSubsequence(
            "connected to 127.0.0.1 port",
            "TLSv1.3 with TLS_",
            "certificate CN=valid from ",
            ", signed by CN=ca",
            "certificate CN=ca from ",
            "GET https://127.0.0.1:",
            "status 200",
            "< X-Lab: yes",
            "holds: certificate > 14d (certificate has 89 days left)",
            "holds: status in 200..299 (status 200)");
    assertThat(FOUND.get("json-decimal").trace())
        .contains("fails: json $.replication.lag < 1.49 ($.replication.lag is 1.49)");
  }

  @Test
  void chargesTheTimeUpToTheFailure() {
    ProbeResult hang = FOUND.get("hang");

    assertThat(hang.latency()).isBetween(Duration.ofMillis(2_995), Duration.ofSeconds(9));
    assertThat(hang.phases().total()).isEqualTo(hang.latency());
  }

  private static String verdict(ProbeResult result) {
    return result.failure().map(f -> f.reason().code() + " " + f.phase().code()).orElse("up");
  }

  private static Map<String, String> startServers() throws Exception {
    Certificates certificates = new Certificates(folder);
    trustBefore = System.getProperty("javax.net.ssl.trustStore");
    System.setProperty("javax.net.ssl.trustStore", certificates.trust().toString());
    System.setProperty("javax.net.ssl.trustStorePassword", Certificates.PASSWORD);
    Map<String, String> places = new HashMap<>();
    web = opened(WebLab.plain());
    places.put("port", String.valueOf(web.port()));
    places.put("http", "http://127.0.0.1:" + web.port());
    places.put("other", "http://127.0.0.1:" + opened(WebLab.plain()).port());
    for (String name : CERTIFICATES) {
      WebLab secured = opened(new WebLab(certificates.server(name)));
      places.put(name, "https://127.0.0.1:" + secured.port());
      places.put(name + "-port", String.valueOf(secured.port()));
    }
    places.put("ws", "ws://127.0.0.1:" + web.port());
    places.put("wss", places.get("valid").replace("https:", "wss:"));
    places.put("mutual", "https://127.0.0.1:" + secured(certificates, true));
    places.put("asking", "https://127.0.0.1:" + secured(certificates, false));
    places.put("grpc", "grpc://127.0.0.1:" + opened(new HealthLab(plain())).port());
    places.put(
        "grpcs", "grpcs://127.0.0.1:" + opened(new HealthLab(certificates.server("valid"))).port());
    places.put("self-pem", certificates.pem("self").replace("\n", "\\n"));
    places.put("client-pem", certificates.pem("client").replace("\n", "\\n"));
    places.put("key", certificates.key("client"));
    LineLab lines = opened(new LineLab());
    places.put("greeting", String.valueOf(lines.greeting()));
    places.put("silent", String.valueOf(lines.silent()));
    places.put("full", String.valueOf(lines.full()));
    places.put("refused", String.valueOf(LineLab.refused()));
    places.put("names", String.valueOf(opened(new NameLab()).port()));
    return places;
  }

  private static int secured(Certificates certificates, boolean insisting) throws Exception {
    return opened(new WebLab(certificates.asking("valid", insisting))).port();
  }

  private static ServerSocket plain() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static <T extends AutoCloseable> T opened(T server) {
    SERVERS.add(server);
    return server;
  }

  private static ChecksConfig config(Map<String, String> places) throws IOException {
    List<String> checks = new ArrayList<>();
    for (String line : lines()) {
      String[] cells = line.split(" *\\| ?", 4);
      TRUTH.put(cells[0].strip(), cells[3].strip());
      String rest = cells[2].isBlank() ? "" : ", " + cells[2].strip();
      checks.add("{\"name\": \"%s\", \"url\": \"%s\"%s}".formatted(cells[0], cells[1], rest));
    }
    String json =
        "{\"network\": {\"allow\": [\"127.0.0.1\"]}, \"defaults\": {\"timeout\": \"60s\"}, \"checks\": ["
            + checks.stream().collect(Collectors.joining(",\n"))
            + "]}";
    for (Map.Entry<String, String> place : places.entrySet()) {
      json = json.replace("${" + place.getKey() + "}", place.getValue());
    }
    Problems problems = new Problems("lab");
    ChecksConfig config =
        ChecksConfig.read(new ConfigFile(problems, JsonDocument.parse(json, problems)));
    problems.throwIfAny();
    return config;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = LabIT.class.getResourceAsStream("/lab.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
