package io.tagwatch.notify.aws;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.delivery.HandBack;
import io.tagwatch.signed.JsonService;
import io.tagwatch.signed.JsonServiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code ChangeMessageVisibilityBatch} of SQS, ten messages a call. Stops after two seconds in all
 * and at the first call that fails: what is left comes back when the queue's own timeout ends.
 */
public final class SqsHandBack implements HandBack {
  /** SQS API reference, "ChangeMessageVisibilityBatch". */
  private static final int MESSAGES_PER_CALL = 10;

  private static final Duration CALL = Duration.ofSeconds(1);
  private static final Duration ALL = Duration.ofSeconds(2);

  private final JsonService sqs;
  private final InstantSource clock;
  private final JsonLog log;

  public SqsHandBack(Environment environment, JsonLog log) {
    this.sqs = new JsonService(environment, "sqs", "AmazonSQS", "SQS", CALL);
    this.clock = environment.clock();
    this.log = log;
  }

  @Override
  public void delay(String queueArn, List<Wait> waits) {
    Instant end = clock.instant().plus(ALL);
    int done = 0;
    try {
      String url = url(queueArn);
      while (done < waits.size() && clock.instant().isBefore(end)) {
        int next = Math.min(waits.size(), done + MESSAGES_PER_CALL);
        List<Wait> some = waits.subList(done, next);
        complain(sqs.send("ChangeMessageVisibilityBatch", body(url, some)));
        done = next;
      }
    } catch (JsonServiceException e) {
      log.warn("not handed back in time", "reason", e.getMessage());
    }
    if (done < waits.size()) {
      log.warn("left to the queue's own timeout", "messages", waits.size() - done);
    }
  }

  /** {@code arn:aws:sqs:eu-west-1:123456789012:name} is {@code https://sqs…/123456789012/name}. */
  private String url(String queueArn) {
    String[] parts = queueArn.split(":", -1);
    String host = sqs.uri().toString();
    return (host.endsWith("/") ? host : host + "/")
        + (parts.length == 6 ? parts[4] + "/" + parts[5] : queueArn);
  }

  private static String body(String url, List<Wait> waits) {
    return JsonText.object(
        json -> {
          json.text("QueueUrl", url).openList("Entries");
          for (int i = 0; i < waits.size(); i++) {
            json.open(null).text("Id", String.valueOf(i));
            json.text("ReceiptHandle", waits.get(i).receipt());
            json.number("VisibilityTimeout", waits.get(i).delay().toSeconds()).close();
          }
          json.closeList();
        });
  }

  private void complain(Node.Fields answer) {
    if (answer.values().get("Failed") instanceof Node.Items failed && !failed.values().isEmpty()) {
      log.warn("left to the queue's own timeout", "messages", failed.values().size());
    }
  }
}
