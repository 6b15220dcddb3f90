package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Notification;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lock screen shows for the alarms that alarms-lambda declares. */
class OwnAlarmsTest {
  private static final String MISSING =
      "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were"
          + " treated as [Breaching].";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i-0abc | disk:/data | Tagwatch/Host disk_used_percent | ALARM | 96.41"
            + " | 🔴 Disk /data is 96.41 % full on web-1 (critical over 90 %)",
        "i-0abc | disk:/data | Tagwatch/Host disk_used_percent | OK | 71.2"
            + " | 🟢 Disk /data is back to 71.2 % on web-1",
        "i-0abc | memory | Tagwatch/Host mem_used_percent | ALARM | 95"
            + " | 🔴 Memory is 95 % full on web-1 (critical over 90 %)",
        "i-0abc | status-check | AWS/EC2 StatusCheckFailed | ALARM | 1.0"
            + " | 🔴 web-1 fails its EC2 status check (critical 3 of 3 minutes)",
        "i-0abc | status-check | AWS/EC2 StatusCheckFailed | OK | 0.0"
            + " | 🟢 web-1 passes its EC2 status check again",
        "i-0abc | memory | Tagwatch/Host mem_used_percent | INSUFFICIENT_DATA | "
            + " | ⚫ No data on Memory of web-1",
        "api | check-down | Tagwatch/Uptime Up | ALARM | 0.0"
            + " | 🔴 api is down · 3 of 3 minutes",
        "api | check-down | Tagwatch/Uptime Up | ALARM | missing"
            + " | 🔴 api is not being checked: no measurements · 3 of 3 minutes",
        "api | check-down | Tagwatch/Uptime Up | OK | 1.0 | 🟢 api is up again",
        "api | check-latency | Tagwatch/Uptime Latency | ALARM | 1234.5"
            + " | 🔴 Latency is 1.23 s on api (critical over 800 ms)",
        "api | check-certificate | Tagwatch/Uptime CertificateDaysLeft | ALARM | 12.0"
            + " | 🔴 The certificate of api ends in 12 days (critical under 14 days)",
        "api | check-certificate | Tagwatch/Uptime CertificateDaysLeft | ALARM | -2.0"
            + " | 🔴 The certificate of api ended 2 days ago (critical under 14 days)",
        "orders | queue-depth | AWS/SQS ApproximateNumberOfMessagesVisible | ALARM | 12345.0"
            + " | 🔴 Queue-depth is 12,345 on orders (critical over 90)",
      })
  void isSaidInOneSentence(
      String subject, String alarm, String metric, String state, String value, String headline) {
    String words =
        "missing".equals(value)
            ? MISSING
            : value == null
                ? "Insufficient Data: 3 datapoints were unknown."
                : "Threshold Crossed: 3 out of the last 3 datapoints ["
                    + value
                    + " (21/11/26 03:11:00), 0.5 (21/11/26 03:10:00)] were beyond the threshold (1.0)"
                    + " (minimum 3 datapoints for OK -> ALARM transition).";

    String message =
        Samples.owned(
            subject,
            alarm,
            metric,
            state,
            words,
            "a rule of web-1 (i-0abc) is critical: Maximum of x > 1 in 3 of 3 periods of 1m.");

    assertThat(Messages.recognise(message, "id").headline()).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "web-1 (i-0abc, t3.large, eu-west-1b) | web-1 (i-0abc, t3.large, eu-west-1b) | eu-west-1b",
        "web-1 (i-0abc, t3.large, us-west-2-lax-1a) | web-1 (i-0abc, t3.large, us-west-2-lax-1a)"
            + " | us-west-2-lax-1a",
        "i-0abc (t3.large, eu-west-1b) | i-0abc (t3.large, eu-west-1b) | eu-west-1b",
        "web-1 (i-0abc, t3.large) | web-1 (i-0abc, t3.large) | -",
        "web-1 (i-0abc) | web-1 (i-0abc) | -",
        "i-0abc | i-0abc | -",
      })
  void sayTypeAndZoneOfTheServer(String label, String server, String zone) {
    String message =
        Samples.owned(
            "i-0abc",
            "cpu",
            "AWS/EC2 CPUUtilization",
            "ALARM",
            MISSING,
            "cpu of " + label + " is critical: Average of CPUUtilization over 95.");

    Notification told = Messages.recognise(message, "id");

    assertThat(told.fields()).contains(new Field("Server", server));
    assertThat(told.zone()).isEqualTo(Optional.ofNullable(zone));
  }
}
