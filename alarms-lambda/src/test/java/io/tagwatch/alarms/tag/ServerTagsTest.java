package io.tagwatch.alarms.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.rule.AlarmsConfig;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTagsTest {
  private static final AlarmsConfig CONFIG = TestConfigs.usual();

  @Test
  void ignoresTagsThatAreNotOurs() {
    ServerTags tags = read("Name", "web-1", "Tagwatch:cpu", "x", "tagwatcher", "y");

    assertThat(tags.rejected()).isEmpty();
    assertThat(tags.wishes()).isEmpty();
  }

  @Test
  void neverReadsTheStatusThatItWrites() {
    assertThat(read("tagwatch:status", "anything at all").rejected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"off, true", "OFF, true", "' off ', true", "on, false", "On, false"})
  void switchesAServerOff(String value, boolean off) {
    ServerTags tags = read("tagwatch", value);

    assertThat(tags.off()).isEqualTo(off);
    assertThat(tags.rejected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "of, 1, neither on nor off",
    "'', 1, empty",
    "off off, 5, one word too many",
    "' false', 2, neither on nor off"
  })
  void staysOnWhenTheSwitchIsWrong(String value, int column, String problem) {
    ServerTags tags = read("tagwatch", value);

    assertThat(tags.off()).isFalse();
    assertThat(tags.rejected()).singleElement().satisfies(r -> fault(r, column, problem));
  }

  @Test
  void rejectsUnknownProfilesAndTakesTheOthers() {
    ServerTags tags = read("tagwatch:profiles", "EXTRA ngnix  burts base");

    assertThat(tags.profiles()).containsExactly("extra", "base");
    assertThat(tags.rejected()).hasSize(2);
    fault(tags.rejected().get(0), 7, "unknown profile \"ngnix\"");
    fault(tags.rejected().get(1), 14, "did you mean \"burst\"?");
  }

  @Test
  void countsColumnsInCodePoints() {
    ServerTags tags = read("tagwatch:profiles", "\ud83d\ude80 nope");

    assertThat(tags.rejected()).extracting(RejectedTag::column).containsExactly(1, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "tagwatch:memroy, did you mean \"tagwatch:memory\"",
    "tagwatch:onwer, did you mean \"tagwatch:owner\"",
    "tagwatch:, unknown alarm \"\"",
    "tagwatch:CPU, did you mean \"tagwatch:cpu\"",
    "tagwatch:disk:, the series is empty",
    "tagwatch:cpu:0, has no series",
    "tagwatch:owner:x, unknown alarm"
  })
  void namesFaultsInTheKeyWithoutAColumn(String key, String problem) {
    ServerTags tags = read(key, "90");

    assertThat(tags.rejected()).singleElement().satisfies(r -> fault(r, 0, problem));
  }

  @Test
  void keepsEverythingAfterTheSecondColonAsTheSeries() {
    ServerTags tags = read("tagwatch:disk:/data:a", "95");

    assertThat(tags.wish("disk", "/data:a")).isPresent();
  }

  @Test
  void readsAWindowAgainstTheWholeAlarmsTagFirst() {
    ServerTags tags = read("tagwatch:disk", "80 1h", "tagwatch:disk:/", "95 100of100");

    assertThat(tags.rejected()).isEmpty();
    assertThat(tags.wish("disk", "/")).isPresent();
  }

  @Test
  void takesTheDirectionOfTheRule() {
    assertThat(read("tagwatch:credits", "20/10").rejected()).isEmpty();
    assertThat(read("tagwatch:credits", "10/20").rejected())
        .singleElement()
        .satisfies(r -> fault(r, 1, "not less severe"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-24T08:00Z, 2026-12-24T08:00:00Z",
    "2026-12-24t08:00z, 2026-12-24T08:00:00Z",
    "2026-12-24T08:00:30Z, 2026-12-24T08:00:30Z",
    "2026-12-24T08:00+01:00, 2026-12-24T07:00:00Z",
    "2026-12-24T08:00:00-0530, 2026-12-24T13:30:00Z",
    "2026-12-24, 2026-12-24T00:00:00Z",
    "' 2026-12-24 ', 2026-12-24T00:00:00Z"
  })
  void readsWhenActionsResume(String value, Instant until) {
    assertThat(read("tagwatch:mute-until", value).muteUntil()).contains(until);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-24T08:00, 17, time zone is missing",
    "24.12.2026, 1, not a point in time",
    "tomorrow, 1, not a point in time",
    "2026-13-24, 1, not in the calendar",
    "2026-02-30T08:00Z, 1, not in the calendar",
    "2026-12-24T25:00Z, 1, not in the calendar",
    "2026-12-24 08:00Z, 12, one word too many",
    "'', 1, empty"
  })
  void rejectsOtherPointsInTime(String value, int column, String problem) {
    ServerTags tags = read("tagwatch:mute-until", value);

    assertThat(tags.muteUntil()).isEmpty();
    assertThat(tags.rejected()).singleElement().satisfies(r -> fault(r, column, problem));
  }

  @Test
  void takesOwnerAndRunbook() {
    ServerTags tags =
        read("tagwatch:owner", " Jane Doe ", "tagwatch:runbook", "https://wiki.example.com/a?b=c");

    assertThat(tags.owner()).contains("Jane Doe");
    assertThat(tags.runbook()).contains("https://wiki.example.com/a?b=c");
    assertThat(tags.rejected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://wiki.example.com, 1, not an https URL",
    "wiki, 1, not an https URL",
    "https://, 9, not a URL",
    "https://a.example.com/ x, 24, one word too many",
    "https://a.example.com/\\x, 23, not a URL"
  })
  void rejectsOtherRunbooks(String value, int column, String problem) {
    ServerTags tags = read("tagwatch:runbook", value);

    assertThat(tags.runbook()).isEmpty();
    assertThat(tags.rejected()).singleElement().satisfies(r -> fault(r, column, problem));
  }

  private static ServerTags read(String... tags) {
    return ServerTags.read(TestServers.running("i-1", tags), CONFIG);
  }

  private static void fault(RejectedTag rejected, int column, String problem) {
    assertThat(rejected.column()).isEqualTo(column);
    assertThat(rejected.problem()).contains(problem);
    assertThat(rejected.expected()).isNotBlank();
  }
}
