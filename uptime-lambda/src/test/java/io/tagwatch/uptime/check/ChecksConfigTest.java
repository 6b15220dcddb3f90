package io.tagwatch.uptime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problem;
import io.tagwatch.common.config.Problems;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksConfigTest {

  @Test
  void readsTheExampleOfTheDesign() {
    ChecksConfig config =
        valid(
            """
            {"self_check": ["https://checkip.amazonaws.com"],
             "network": {"allow": ["10.0.0.0/8"], "deny": []},
             "defaults": {"timeout": "5s", "expect": ["status in 200..299"]},
             "checks": [
               "https://example.com/health",
               {"name": "api", "url": "https://api.example.com/health", "method": "POST",
                "headers": {"Authorization": "env:API_TOKEN"}, "body": "{\\"ping\\":1}",
                "timeout": "3s", "redirects": 0, "max_body": "1MiB",
                "expect": ["status == 200", "latency < 800ms", "body contains \\"ok\\"",
                  "header content-type matches \\"^application/json\\"",
                  "json $.replication.lag < 1.5", "certificate > 14d"],
                "alarm": {"down": "3 of 3", "latency": "800ms", "certificate": "14d"}}]}""");

    Check bare = config.checks().getFirst();
    Check api = config.checks().get(1);
    assertThat(bare.name()).isEqualTo("example.com/health");
    assertThat(bare.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(bare.expectations()).hasToString("[status in 200..299]");
    assertThat(api.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(api.expectations()).hasSize(6);
    assertThat(((Target.Web) api.target()).redirects()).isZero();
    assertThat(api.alarm().latency()).contains(Duration.ofMillis(800));
    assertThat(config.selfCheck()).hasSize(1);
  }

  @Test
  void takesWhatIsOnlyUnusual() {
    ChecksConfig config =
        valid(
            """
            {"defaults": {"timeout": "15m"}, "checks": [{"url": "https://a.example", "method": "PROPFIND",
              "headers": {"X-Trace": "plain", "Authorization": "env:TOKEN", "Accept": "basic"},
              "expect": ["status in 200", "status != 204", "latency < 15m", "latency > 0s",
                "json $.a == 1", "json $.a == 1.0", "body contains \\"a\\"", "body contains \\"b\\"",
                "certificate < 0d"]}]}""");

    assertThat(config.checks().getFirst().expectations()).hasSize(9);
  }

  @Test
  void letsANearerExpectationReplaceAFartherOneOnTheSameSubject() {
    ChecksConfig config =
        valid(
            """
            {"defaults": {"expect": ["status == 204", "latency < 1s", "header X-A == \\"1\\"",
                "json $.a == 1", "certificate > 7d"]},
             "checks": [
               {"name": "own", "url": "https://a.example", "expect": ["status == 200",
                  "header x-a == \\"2\\"", "json $.a == 2", "json $.b == 2"]},
               {"name": "plain", "url": "http://a.example"},
               {"name": "tcp", "url": "tcp://a.example:25"}]}""");

    assertThat(config.checks().get(0).expectations().stream().map(Object::toString))
        .containsExactly(
            "status == 200",
            "header x-a == \"2\"",
            "json $.a == 2",
            "json $.b == 2",
            "latency < 1s",
            "certificate > 7d");
    assertThat(config.checks().get(1).expectations().stream().map(Object::toString))
        .containsExactly("status == 204", "latency < 1s", "header X-A == \"1\"", "json $.a == 1");
    assertThat(config.checks().get(2).expectations().stream().map(Object::toString))
        .containsExactly("latency < 1s", "json $.a == 1");
  }

  @Test
  void letsAGroupsDefaultsStandBetweenTheFilesAndTheChecks() {
    ChecksConfig config =
        valid(
            """
            {"defaults": {"timeout": "5s", "redirects": 1, "expect": ["status == 204", "latency < 1s"],
                "headers": {"A": "file", "B": "file"}},
             "checks": ["http://plain.example"],
             "groups": {"shop": {
               "defaults": {"timeout": "2s", "expect": ["status == 200"], "headers": {"a": "shop"}},
               "checks": [{"name": "${item}", "url": "http://${item}.example", "for": ["eu", "us"]},
                 {"name": "own", "url": "http://own.example", "timeout": "1s"}]}}}""");

    assertThat(config.checks().stream().map(Check::name))
        .containsExactly("plain.example", "eu", "us", "own");
    assertThat(config.checks().stream().map(check -> check.timeout().toSeconds()))
        .containsExactly(5L, 2L, 2L, 1L);
    assertThat(config.checks().get(1).expectations()).hasToString("[status == 200, latency < 1s]");
    Target.Web eu = (Target.Web) config.checks().get(1).target();
    assertThat(eu.redirects()).isEqualTo(1);
    assertThat(eu.headers().stream().map(Target.Header::name)).containsExactly("a", "B");
  }

  @Test
  void addsTheBuiltInExpectationOnlyWhereNobodySpeaksOfTheStatus() {
    ChecksConfig config =
        valid(
            """
            {"checks": ["http://a.example",
              {"name": "b", "url": "http://b.example", "expect": ["body contains \\"x\\""]}]}""");

    assertThat(config.checks().get(0).expectations()).hasToString("[status in 200..299]");
    assertThat(config.checks().get(1).expectations())
        .hasToString("[body contains \"x\", status in 200..299]");
  }

  @Test
  void namesABareUrlByHostPortAndPath() {
    ChecksConfig config =
        valid(
            """
            {"checks": ["https://example.com/health", "http://example.com:8080/a~b?q=1",
                "http://my_service:80/"]}""");

    assertThat(config.checks().stream().map(Check::name))
        .containsExactly("example.com/health", "example.com:8080/a-b", "my_service:80/");
  }

  @Test
  void readsTcpTlsAndDnsChecks() {
    ChecksConfig config =
        valid(
            """
            {"checks": ["tcp://db.example:5432", "tls://mail.example:993", "dns://example.com",
              {"name": "mx", "url": "dns://example.com", "record": "MX", "resolver": "9.9.9.9",
               "expect": ["body contains \\"mail\\""], "alarm": "off"},
              {"name": "v6", "url": "dns://example.com", "record": "aaaa", "resolver": "[2620:fe::fe]:5353"},
              {"name": "redis", "url": "tcp://cache:6379", "send": "PING\\r\\n",
               "expect": ["body contains \\"+PONG\\""]}]}""");

    Target.Dns mx = (Target.Dns) config.checks().get(3).target();
    Target.Dns v6 = (Target.Dns) config.checks().get(4).target();
    assertThat(mx.record()).isEqualTo(DnsRecord.MX);
    assertThat(mx.resolver()).contains(new InetSocketAddress("9.9.9.9", 53));
    assertThat(v6.resolver()).contains(new InetSocketAddress("2620:fe::fe", 5353));
    assertThat(config.checks().get(3).alarm()).isEqualTo(AlarmLine.OFF);
    assertThat(((Target.Dns) config.checks().get(2).target()).record()).isEqualTo(DnsRecord.A);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/wrong-checks.csv",
      delimiter = '|',
      quoteCharacter = '\u0001',
      maxCharsPerColumn = 8192)
  void refusesWithPlaceAndRemedy(String json, String path, String message) {
    List<Problem> problems = problemsOf(json);

    assertThat(problems)
        .extracting(problem -> problem.place().path())
        .contains(path == null ? "" : path);
    assertThat(problems)
        .extracting(Problem::message)
        .anySatisfy(said -> assertThat(said).contains(message));
  }

  @Test
  void tellsAllMistakesAtOnceWithTheChecksName() {
    List<Problem> problems =
        problemsOf(
            """
            {"checks": [
              {"name": "api", "url": "ftp://x", "timeout": 5, "retires": 1, "expect": ["status => 2"]},
              {"name": "web", "url": "http://x", "redirects": -1, "expect": ["certificate > 1d"]}]}""");

    assertThat(problems).hasSize(6);
    assertThat(problems).extracting(Problem::subject).contains("check \"api\"", "check \"web\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'checks': ['%s']}",
        "{'checks': [{'url': '%s'}]}",
        "{'checks': [{'url': '%s', 'retires': 1}]}",
        "{'checks': [{'name': 'a', 'url': '%s'}]}",
        "{'checks': [{'name': '%s', 'url': 'http://x'}]}",
        "{'checks': [], 'self_check': ['%s']}"
      })
  void neverRepeatsAPasswordOfAUrl(String form) {
    for (String url :
        List.of(
            "https://user:hunter2@host/",
            "https://user:hunter2@ss@host/",
            "https://user:hun ter2@host",
            "https://user:hunter2@host:99999/",
            "https://user:hunter2/x@host/",
            "https://user:hunter2#x@host/",
            "htps://user:hunter2@host/",
            "user:hunter2@host",
            "//user:hunter2@host",
            "tcp://user:hunter2@host",
            "https://user:hunter2@")) {
      Problems problems = new Problems("checks.json");
      String json = form.replace('\'', '"').formatted(url);

      ChecksConfig.read(new ConfigFile(problems, JsonDocument.parse(json, problems)));

      assertThatThrownBy(problems::throwIfAny)
          .as(json)
          .isInstanceOf(ConfigException.class)
          .message()
          .doesNotContain("hun", "ter2", "user:");
    }
  }

  @Test
  void tellsTheOtherMistakesOfAnEndpointThatIsWrong() {
    List<Problem> withoutPort =
        problemsOf(
            """
            {"checks": [{"name": "a", "url": "tcp://x", "timeout": "5", "max_body": "1", "send": 7}]}""");
    List<Problem> withoutUrl =
        problemsOf(
            """
            {"checks": [{"name": "a", "url": "dns:x", "record": "B", "resolver": "c", "send": 7}]}""");

    assertThat(withoutPort)
        .extracting(problem -> problem.place().path())
        .containsExactlyInAnyOrder(
            "checks[0].url", "checks[0].timeout", "checks[0].max_body", "checks[0].send");
    assertThat(withoutUrl)
        .extracting(problem -> problem.place().path())
        .containsExactlyInAnyOrder(
            "checks[0].url", "checks[0].record", "checks[0].resolver", "checks[0].send");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'checks': [{'name': 'a', 'url': 'ftp://x'}, {'name': 'a', 'url': 'http://y'}]}",
        "{'checks': [{'name': 'a', 'url': 'http://x'}, {'name': 'a', 'url': 5}]}",
        "{'checks': [{'name': 'a', 'url': 'http://x'}, {'name': 'a', 'url': 'tcp://y'}]}"
      })
  void noticesANameGivenTwiceThoughAUrlIsWrong(String json) {
    assertThat(problemsOf(json.replace('\'', '"')))
        .extracting(Problem::message)
        .hasSize(2)
        .anySatisfy(said -> assertThat(said).contains("the name \"a\" is taken by checks[0]"));
  }

  @Test
  void refusesAUrlThatGivesTooLongAName() {
    String path = "a".repeat(1_024);

    assertThat(problemsOf("{\"checks\": [\"https://x/" + path + "\"]}"))
        .extracting(Problem::message)
        .singleElement()
        .satisfies(
            said ->
                assertThat(said).contains("1026 characters and CloudWatch takes 1024", "name:"));
  }

  private static ChecksConfig valid(String json) {
    Problems problems = new Problems("checks.json");
    ChecksConfig config =
        ChecksConfig.read(new ConfigFile(problems, JsonDocument.parse(json, problems)));
    problems.throwIfAny();
    return config;
  }

  private static List<Problem> problemsOf(String json) {
    Problems problems = new Problems("checks.json");
    ChecksConfig.read(new ConfigFile(problems, JsonDocument.parse(json, problems)));
    return problems.list();
  }
}
