package io.tagwatch.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tagwatch local} as a process, with its page at the root. */
final class LocalIT {
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:alerts";

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void showsOnItsPageWhatItsAlarmsSayAndWhatAChatWouldShow() throws Exception {
    try (Tagwatch local =
        Tagwatch.start(
            folder, Map.of(), "local", "--port", "0", "--clock", "2026-11-21T08:00:00Z")) {
      URI cloud = URI.create(local.line(line -> line.contains("http://")).split("\\s+")[3]);
      post(
          cloud,
          "application/x-www-form-urlencoded",
          "Action=CreateTopic&Version=2010-03-31&Name=alerts");
      post(
          cloud,
          "application/x-www-form-urlencoded",
          "Action=PutMetricAlarm&Version=2010-08-01&AlarmName=queue-depth&Namespace=Shop"
              + "&MetricName=Orders&Statistic=Maximum&Period=60&EvaluationPeriods=1&Threshold=10"
              + "&ComparisonOperator=GreaterThanThreshold&AlarmActions.member.1="
              + TOPIC);
      post(
          cloud,
          "application/x-www-form-urlencoded",
          "Action=PutMetricData&Version=2010-08-01&Namespace=Shop"
              + "&MetricData.member.1.MetricName=Orders&MetricData.member.1.Value=12");
      post(cloud.resolve("/_local/clock"), "application/json", "{\"advance\": \"PT1M\"}");

      String view = get(cloud.resolve("/_local/view"));

      assertThat(view)
          .contains("\"headline\":\"queue-depth is critical\"")
          .contains("\"preview\":\"🔴 queue-depth: Orders is 12 (over 10)\"")
          .contains("\"clockSet\":true");
      assertThat(get(cloud.resolve("/"))).contains("<title>Tagwatch</title>");
    }
  }

  private void post(URI address, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    var reply = http.send(request, BodyHandlers.ofString());
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
  }

  private String get(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }
}
