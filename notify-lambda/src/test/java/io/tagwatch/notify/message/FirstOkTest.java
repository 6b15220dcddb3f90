package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CloudWatch announces the first OK of each new alarm; fifty new servers would be 450 messages. */
class FirstOkTest {
  private static final String OWNED =
      "CPU of web-1.\\ntagwatch: deployment=prod subject=i-0abc alarm=cpu severity=critical";

  @ParameterizedTest
  @CsvSource({
    "INSUFFICIENT_DATA, OK, 07:59:30, owned, false",
    "INSUFFICIENT_DATA, OK, 07:46:00, owned, false",
    "INSUFFICIENT_DATA, OK, 07:44:00, owned, true",
    "INSUFFICIENT_DATA, OK, , owned, true",
    "INSUFFICIENT_DATA, OK, 07:59:30, foreign, true",
    "INSUFFICIENT_DATA, ALARM, 07:59:30, owned, true",
    "ALARM, OK, 07:59:30, owned, true",
    ", OK, 07:59:30, owned, true",
  })
  void isNoNewsForAnAlarmOfOurs(
      String before, String now, String configured, String whose, boolean news) {
    String message =
        """
        {"AlarmName": "tagwatch/prod/i-0abc/cpu/critical", "AlarmDescription": "%s",
         %s %s "NewStateValue": "%s", "StateChangeTime": "2026-11-21T08:00:00.123+0000"}
        """
            .formatted(
                whose.equals("owned") ? OWNED : "CPU of web-1.",
                before == null ? "" : "\"OldStateValue\": \"" + before + "\",",
                configured == null
                    ? ""
                    : "\"AlarmConfigurationUpdatedTimestamp\": \"2026-11-21T"
                        + configured
                        + ".000+0000\",",
                now);

    assertThat(Messages.recognise(message, "1").news()).isEqualTo(news);
  }
}
