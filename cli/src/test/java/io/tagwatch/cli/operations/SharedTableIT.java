package io.tagwatch.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.common.Environment;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.notify.aws.DynamoDbTable;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What environments of notify-lambda share, in a table of the embedded cloud. */
class SharedTableIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults());
  private Instant now = Instant.parse("2026-11-21T08:00:00Z");
  private Table one;
  private Table two;

  @BeforeEach
  void share() {
    cloud.dynamoDb().ensureTable("eu-west-1", "memory", "key");
    one = table("memory");
    two = table("memory");
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void letsOneWriteWhereNothingIsKnown() {
    assertThat(one.replace("m/ops/1", Memory.Entry.NONE, "claimed", MINUTE)).isPresent();

    assertThat(two.replace("m/ops/1", Memory.Entry.NONE, "claimed", MINUTE)).isEmpty();
    assertThat(two.find("m/ops/1")).isEqualTo(new Memory.Entry("claimed", 1));
  }

  @Test
  void refusesToWriteOverWhatSomebodyElseChanged() {
    Memory.Entry first = one.replace("a/ops/x", Memory.Entry.NONE, "1", MINUTE).orElseThrow();
    Memory.Entry read = two.find("a/ops/x");

    assertThat(one.replace("a/ops/x", first, "2", MINUTE)).contains(new Memory.Entry("2", 2));
    assertThat(two.replace("a/ops/x", read, "3", MINUTE)).isEmpty();
  }

  @Test
  void takesWhatHasExpiredForGone() {
    one.replace("m/ops/1", Memory.Entry.NONE, "claimed", MINUTE);
    now = now.plus(MINUTE);

    assertThat(two.find("m/ops/1").known()).isFalse();
    assertThat(two.replace("m/ops/1", Memory.Entry.NONE, "claimed", MINUTE)).isPresent();
  }

  @Test
  void forgetsWhatIsKeptForNoTimeUnlessSomebodyWroteInBetween() {
    Memory.Entry claim = one.replace("m/ops/1", Memory.Entry.NONE, "claimed", MINUTE).orElseThrow();
    Memory.Entry newer = two.replace("m/ops/1", claim, "sent", MINUTE).orElseThrow();
    assertThat(one.replace("m/ops/1", claim, "free", Duration.ZERO)).isEmpty();
    assertThat(one.find("m/ops/1").text()).isEqualTo("sent");

    two.replace("m/ops/1", newer, "free", Duration.ZERO);

    assertThat(one.find("m/ops/1").known()).isFalse();
  }

  @Test
  void saysWhenThereIsNoTable() {
    assertThatThrownBy(() -> table("none").find("m/ops/1"))
        .isInstanceOf(Table.UnreachableException.class)
        .hasMessage("dynamodb GetItem answered ResourceNotFoundException");
  }

  private Table table(String name) {
    return new DynamoDbTable(
        new Environment(
            Map.of(
                "TAGWATCH_TABLE", name,
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", cloud.url().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"),
            () -> now));
  }
}
