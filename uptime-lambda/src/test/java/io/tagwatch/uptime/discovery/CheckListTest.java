package io.tagwatch.uptime.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.check.DiscoveredCheck;
import io.tagwatch.common.check.DiscoveredChecks;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.ChecksConfig;
import io.tagwatch.uptime.outcome.KeptObjects;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckListTest {
  private static final String FILE =
      """
      {"defaults": {"timeout": "7s", "expect": ["latency < 2s"], "bearer": "env:TOKEN",
                    "headers": {"X-Key": "ssm:/key", "X-Team": "web"}},
       "groups": {"eu": {"checks": ["https://eu.example.com/"]}},
       "checks": [{"name": "api", "url": "https://api.example.com/"}]}
      """;

  private final KeptObjects store = new KeptObjects();

  @Test
  void addsWhatTagsAskForWithTheDefaultsOfTheFile() {
    keep(
        check("web-1.i-0a", "http://10.0.0.1:80/", "1s", "204"),
        check("web-1.i-0a:db", "tcp://10.0.0.1:5432", null, null));

    List<Check> all = list().now();

    assertThat(all)
        .extracting(Check::name)
        .containsExactly("api", "eu.example.com/", "web-1.i-0a", "web-1.i-0a:db");
    assertThat(all.get(2).timeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(all.get(2).expectations().toString()).contains("204").contains("latency");
    assertThat(all.get(3).timeout()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void sendsNoSecretOfTheFileWhereATagLeads() {
    keep(check("web-1.i-0a", "http://10.0.0.1:80/", null, null));

    List<Check> all = list().now();

    assertThat(all.getFirst().target().toString()).contains("TOKEN", "/key", "X-Team");
    assertThat(all.getLast().target().toString())
        .contains("X-Team")
        .doesNotContain("TOKEN", "/key");
  }

  @Test
  void letsTheFileWin() {
    keep(check("api", "http://10.0.0.1/", null, null));

    assertThat(list().now())
        .filteredOn(check -> check.name().equals("api"))
        .extracting(check -> check.target().url())
        .containsExactly(URI.create("https://api.example.com/"));
  }

  @Test
  void followsTheListAndReadsItAgainOnlyWhenItChanged() {
    CheckList list = list();
    assertThat(list.now()).hasSize(2);

    keep(check("a.i-1", "tcp://10.0.0.1:1", null, null));
    assertThat(list.now()).hasSize(3);
    assertThat(list.now()).hasSize(3);

    keep();
    assertThat(list.now()).hasSize(2);
    assertThat(store.calls).containsOnly("read");
  }

  @Test
  void keepsTheLastGoodListWhileTheObjectIsBrokenOrGone() {
    CheckList list = list();
    keep(check("a.i-1", "tcp://10.0.0.1:1", null, null));
    list.now();

    store.objects.put(DiscoveredChecks.KEY, "not json");
    assertThat(list.now()).hasSize(3);
    store.objects.put(
        DiscoveredChecks.KEY, "{\"checks\": [{\"name\": \"b\", \"url\": \"ftp://x\"}]}");
    assertThat(list.now()).hasSize(3);
    store.objects.clear();
    assertThat(list.now()).hasSize(3);
    store.broken = true;
    assertThat(list.now()).hasSize(3);
  }

  @Test
  void isTheFileAloneWithoutABucket() {
    ConfigFile file = file();
    List<Check> configured = ChecksConfig.read(file).checks();

    CheckList list = new CheckList(file, configured, Optional.empty(), JsonLog.silent());

    assertThat(list.now()).isEqualTo(configured);
  }

  private CheckList list() {
    ConfigFile file = file();
    List<Check> configured = ChecksConfig.read(file).checks();
    file.problems().throwIfAny();
    return new CheckList(file, configured, Optional.of(store), JsonLog.silent());
  }

  private static ConfigFile file() {
    Problems problems = new Problems("checks.json");
    return new ConfigFile(problems, JsonDocument.parse(FILE, problems));
  }

  private void keep(DiscoveredCheck... checks) {
    store.objects.put(DiscoveredChecks.KEY, DiscoveredChecks.print(List.of(checks)));
  }

  private static DiscoveredCheck check(String name, String url, String timeout, String status) {
    return new DiscoveredCheck(
        name,
        URI.create(url),
        Optional.ofNullable(timeout).map(text -> Duration.ofSeconds(1)),
        Optional.ofNullable(status));
  }
}
