package io.tagwatch.alarms.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmsConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagNoticeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tagwatch:cpu      | 9O     | i-3: tag tagwatch:cpu = "9O" is not a number (column 1).        | Still using 80/95.
          tagwatch:cpu      | 90 45s | i-3: tag tagwatch:cpu = "90 45s": "45s" is not a period (column 4). | Still using 80/95.
          tagwatch:disk:/x  | 9O     | i-3: tag tagwatch:disk:/x = "9O" is not a number (column 1).    | Still using 60/70.
          tagwatch:memory:x | 9      | i-3: tag tagwatch:memory:x = "9": the alarm memory has no series. | It changes nothing.
          tagwatch          | of     | i-3: tag tagwatch = "of" is neither on nor off (column 1).      | Its alarms stay on.
          tagwatch:profiles | nope   | i-3: tag tagwatch:profiles = "nope": unknown profile "nope" (column 1). | The other profiles apply.
          tagwatch:mute-until | noon | i-3: tag tagwatch:mute-until = "noon" is not a point in time (column 1). | Nothing is muted by it.
          """)
  void saysWhatIsWrongAndWhatHoldsInstead(String key, String value, String title, String text) {
    AlarmsConfig config = TestConfigs.usual();
    Server server = TestServers.running("i-3", key, value, "tagwatch:disk", "60/70");
    RejectedTag rejected = ServerTags.read(server, config).rejected().getFirst();

    TagNotice notice = TagNotice.of(rejected, server, config);

    assertThat(notice.title()).isEqualTo(title);
    assertThat(notice.text()).isEqualTo(text);
  }
}
