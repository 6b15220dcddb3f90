package io.tagwatch.alarms.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.common.check.DiscoveredCheck;
import io.tagwatch.objects.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class S3CheckBoardTest {
  private static final DiscoveredCheck WEB =
      new DiscoveredCheck(
          "web-1.i-0a:admin",
          URI.create("https://10.0.0.1:8443/health"),
          Optional.of(Duration.ofSeconds(3)),
          Optional.of("200..204"));

  private final List<String> calls = new ArrayList<>();
  private Optional<String> object = Optional.empty();
  private boolean broken;

  @Test
  void writesTheFormOfChecksYaml() {
    assertThat(board().keep(List.of(WEB))).isEmpty();

    assertThat(object)
        .contains(
            "{\"checks\":[{\"name\":\"web-1.i-0a:admin\",\"url\":\"https://10.0.0.1:8443/health\","
                + "\"timeout\":\"3s\",\"expect\":[\"status in 200..204\"]}]}");
  }

  @Test
  void writesOnlyWhatChangedAlsoAfterAColdStart() {
    S3CheckBoard board = board();
    board.keep(List.of(WEB));
    board.keep(List.of(WEB));
    board().keep(List.of(WEB));
    board().keep(List.of());

    assertThat(calls).containsExactly("read", "write", "read", "read", "write");
    assertThat(object).contains("{\"checks\":[]}");
  }

  @Test
  void writesNoListBeforeThereIsACheck() {
    assertThat(board().keep(List.of())).isEmpty();

    assertThat(object).isEmpty();
  }

  @Test
  void knowsWhoseChecksItKeeps() {
    board().keep(List.of(WEB));

    assertThat(board().concerns(Set.of("i-0a", "i-0b"))).isTrue();
    assertThat(board().concerns(Set.of("i-0"))).isFalse();
    assertThat(board().concerns(Set.of())).isFalse();
  }

  @Test
  void saysWhyItCouldNotKeepAndTriesAgain() {
    S3CheckBoard board = board();
    broken = true;
    assertThat(board.keep(List.of(WEB)))
        .contains(
            new Failure(
                "GetObject", "checks/discovered.json cannot be read: S3 answered SlowDown"));

    broken = false;
    assertThat(board.keep(List.of(WEB))).isEmpty();
    assertThat(object).isPresent();
  }

  private S3CheckBoard board() {
    return new S3CheckBoard(
        new ObjectStore() {
          @Override
          public Read read(String key, Optional<String> etag) {
            calls.add("read");
            return broken
                ? new Read.Failed("cannot be read: S3 answered SlowDown")
                : object
                    .<Read>map(json -> new Read.Found(json, "\"1\""))
                    .orElseGet(Read.Missing::new);
          }

          @Override
          public Write write(String key, String json) {
            calls.add("write");
            object = Optional.of(json);
            return new Write.Kept();
          }
        });
  }
}
