package io.tagwatch.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problem;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckEntryTest {
  private final Problems problems = new Problems("checks.json");

  @ParameterizedTest
  @CsvSource({
    "https://example.com/health, example.com/health",
    "https://example.com, example.com",
    "https://example.com/, example.com/",
    "https://example.com:8443/a?b=c#d, example.com:8443/a",
    "https://example.com/a%20b~c, example.com/a-20b-c",
    "tcp://db.example.com:5432, db.example.com:5432",
    "dns://example.com, example.com",
    "http://[::1]:8080/x, -::1-:8080/x"
  })
  void namesABareUrlByHostPortAndPath(String url, String name) {
    assertThat(CheckName.of(URI.create(url))).isEqualTo(name);
  }

  @Test
  void readsTheAlarmLineOfACheck() {
    CheckEntry entry =
        read("{\"name\": \"api\", \"url\": \"https://a.example.com/\", \"alarm\":"
                + " {\"down\": \"2 of 3\", \"latency\": \"800ms\", \"certificate\": \"14d\"}}")
            .orElseThrow();

    assertThat(problems.isEmpty()).isTrue();
    assertThat(entry.alarm().down()).contains(new Datapoints(2, 3));
    assertThat(entry.alarm().latency()).contains(Duration.ofMillis(800));
    assertThat(entry.alarm().certificate()).contains(Duration.ofDays(14));
    assertThat(entry.hasCertificate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"off\"", "false"})
  void takesOffAsTextOrFalse(String off) {
    CheckEntry entry =
        read("{\"url\": \"http://a.example.com\", \"alarm\": " + off + "}").orElseThrow();

    assertThat(entry.alarm().off()).isTrue();
    assertThat(entry.hasCertificate()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|needs the key \"url\"",
        "{\"url\": \"example.com\"}|\"example.com\" is not a URL; write https://host/path, http://…,"
            + " wss://…, ws://…, tcp://host:port, tls://host:port, grpcs://host:port,"
            + " grpc://host:port or dns://name",
        "{\"url\": \"https://a b\"}|\"https://a b\" is not a URL: illegal character in authority",
        "{\"url\": 7}|7 is not a URL; write https://host/path",
        "{\"url\": \"http://a.b\", \"name\": \"my api\"}|\"my api\" is not a name; use letters, digits"
            + " and . _ - / :",
        "{\"url\": \"http://a.b\", \"alarm\": \"on\"}|\"on\" is no alarm line; write off or {down: 3 of"
            + " 3, latency: 800ms}",
        "{\"url\": \"http://a.b\", \"alarm\": {\"down\": \"4 of 3\"}}|\"4 of 3\" is not M of N; write 3"
            + " of 5 (at least 1, the first not above the second)",
        "{\"url\": \"http://a.b\", \"alarm\": {\"certificate\": \"36h\"}}|must be whole days; write 14d",
        "{\"url\": \"http://a.b\", \"alarm\": {\"dwon\": \"3 of 3\"}}|unknown key \"dwon\"; did you mean"
            + " \"down\"?"
      })
  void saysWhatIsWrongAndWhatToWrite(String json, String message) {
    read(json);

    assertThat(problems.list()).singleElement().extracting(Problem::message).isEqualTo(message);
  }

  private Optional<CheckEntry> read(String json) {
    Node node = JsonDocument.parse(json, problems);
    return CheckEntry.of(Section.of(node, problems).orElseThrow(), Inherited.NOTHING);
  }
}
