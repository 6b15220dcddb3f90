package io.tagwatch.local.sqs;

import static io.tagwatch.local.sqs.SqsStory.arn;
import static io.tagwatch.local.sqs.SqsStory.handle;
import static io.tagwatch.local.sqs.SqsStory.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardQueueTest {
  private final SqsStory sqs = new SqsStory();

  @Test
  void hidesAReceivedMessageForTheVisibilityTimeout() {
    sqs.create("q", "VisibilityTimeout", "20");
    sqs.send("q", "hello");

    assertThat(sqs.bodies("q")).containsExactly("hello");
    sqs.clock.advanceSeconds(19);
    assertThat(sqs.bodies("q")).isEmpty();
    sqs.clock.advanceSeconds(1);
    assertThat(sqs.bodies("q")).containsExactly("hello");
  }

  @Test
  void countsReceivesAndRemembersTheFirst() {
    sqs.create("q");
    sqs.send("q", "hello");
    sqs.clock.advanceSeconds(1);
    sqs.receive("q");
    sqs.clock.advanceSeconds(30);

    Map<String, Object> second = sqs.receive("q").getFirst();

    assertThat(system(second, "ApproximateReceiveCount")).isEqualTo("2");
    assertThat(system(second, "SentTimestamp")).isEqualTo("1795248000000");
    assertThat(system(second, "ApproximateFirstReceiveTimestamp")).isEqualTo("1795248001000");
    assertThat(system(second, "SenderId")).isNotBlank();
  }

  @Test
  void givesOutTheOldestFirstAndAtMostWhatIsAsked() {
    sqs.create("q");
    List.of("a", "b", "c").forEach(body -> sqs.send("q", body));

    assertThat(SqsStory.bodies(sqs.receive("q", 2))).containsExactly("a", "b");
    assertThat(SqsStory.bodies(sqs.receive("q", 2))).containsExactly("c");
  }

  @Test
  void deletesByTheHandleOfTheLatestReceiveOnly() {
    sqs.create("q");
    sqs.send("q", "hello");
    String first = handle(sqs.receive("q").getFirst());
    sqs.clock.advanceSeconds(30);
    String second = handle(sqs.receive("q").getFirst());

    sqs.delete("q", first);
    assertThat(sqs.depth("q").inFlight()).isEqualTo(1);

    sqs.delete("q", second);
    sqs.delete("q", second);
    assertThat(sqs.depth("q").inFlight()).isZero();
  }

  @Test
  void deletesAMessageEvenAfterItsTimeoutWhenNobodyElseReceivedIt() {
    sqs.create("q");
    sqs.send("q", "hello");
    String handle = handle(sqs.receive("q").getFirst());
    sqs.clock.advanceSeconds(31);

    sqs.delete("q", handle);

    assertThat(sqs.bodies("q")).isEmpty();
  }

  @Test
  void refusesHandlesThatItDidNotIssue() {
    sqs.create("q");
    sqs.create("other");
    sqs.send("other", "hello");
    String foreign = handle(sqs.receive("other").getFirst());

    for (String handle : List.of("garbage", "Z2FyYmFnZQ==", foreign)) {
      assertThatThrownBy(() -> sqs.delete("q", handle))
          .hasMessage("The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
    }
  }

  @Test
  void changesTheVisibilityOfAReceivedMessage() {
    sqs.create("q");
    sqs.send("q", "hello");
    String handle = handle(sqs.receive("q").getFirst());

    sqs.hide("q", handle, 120);
    sqs.clock.advanceSeconds(119);
    assertThat(sqs.bodies("q")).isEmpty();

    sqs.hide("q", handle, 0);
    assertThat(sqs.bodies("q")).containsExactly("hello");
  }

  @Test
  void changesTheVisibilityAlsoAfterTheTimeoutButNotAfterTheDeletion() {
    sqs.create("q");
    sqs.send("q", "hello");
    String handle = handle(sqs.receive("q").getFirst());
    sqs.clock.advanceSeconds(31);

    sqs.hide("q", handle, 10);
    assertThat(sqs.bodies("q")).isEmpty();

    sqs.delete("q", handle);
    assertThatThrownBy(() -> sqs.hide("q", handle, 10))
        .hasMessageEndingWith(
            "Message does not exist or is not available for visibility timeout change.");
  }

  @Test
  void hidesNoMessageLongerThanTwelveHoursAfterItsReceive() {
    sqs.create("q");
    sqs.send("q", "hello");
    String handle = handle(sqs.receive("q").getFirst());
    sqs.clock.advanceSeconds(10);

    assertThatThrownBy(() -> sqs.hide("q", handle, 43_200))
        .hasMessageContaining("Total VisibilityTimeout for the message is beyond the limit");
    sqs.hide("q", handle, 43_190);
  }

  @Test
  void delaysMessagesByTheQueueOrByThemselves() {
    sqs.create("q", "DelaySeconds", "60");
    sqs.send("q", "queue's delay");
    sqs.client.call(
        "SendMessage", "QueueUrl", SqsStory.url("q"), "MessageBody", "own", "DelaySeconds", 5);

    assertThat(sqs.depth("q")).isEqualTo(new QueueDepth("eu-west-1", "q", 0, 0, 2));
    sqs.clock.advanceSeconds(5);
    assertThat(sqs.bodies("q")).containsExactly("own");
    assertThat(sqs.depth("q")).isEqualTo(new QueueDepth("eu-west-1", "q", 0, 1, 1));
    sqs.clock.advanceSeconds(55);
    assertThat(sqs.bodies("q")).contains("queue's delay");
  }

  @Test
  void dropsMessagesAfterTheRetentionPeriod() {
    sqs.create("q", "MessageRetentionPeriod", "60");
    sqs.send("q", "hello");

    sqs.clock.advanceSeconds(59);
    assertThat(sqs.depth("q").visible()).isEqualTo(1);
    sqs.clock.advanceSeconds(1);
    assertThat(sqs.depth("q").visible()).isZero();
  }

  @Test
  void movesAMessageToTheDeadLettersOnceItsReceivesAreUsedUp() {
    sqs.create("dead");
    sqs.create("q", "RedrivePolicy", redrive("dead", 2));
    sqs.send("q", "poison");
    String id = (String) sqs.receive("q").getFirst().get("MessageId");
    sqs.clock.advanceSeconds(30);
    sqs.receive("q");
    sqs.clock.advanceSeconds(30);
    sqs.send("q", "next");

    assertThat(sqs.bodies("q")).containsExactly("next");

    Map<String, Object> dead = sqs.receive("dead").getFirst();
    assertThat(dead).containsEntry("MessageId", id).containsEntry("Body", "poison");
    assertThat(system(dead, "ApproximateReceiveCount")).isEqualTo("3");
    assertThat(system(dead, "DeadLetterQueueSourceArn")).isEqualTo(arn("q"));
  }

  @Test
  void tellsWhoeverListensOfAMessageThatIsGivenUp() {
    List<String> buried = new ArrayList<>();
    sqs.service.onBurial((source, id, body) -> buried.add(source + " " + body));
    sqs.create("dead");
    sqs.create("q", "RedrivePolicy", redrive("dead", 1), "VisibilityTimeout", "0");
    sqs.send("q", "poison");

    sqs.receive("q");
    assertThat(buried).isEmpty();
    sqs.receive("q");

    assertThat(buried).containsExactly(arn("q") + " poison");
  }

  @Test
  void keepsAMessageWhoseDeadLetterQueueIsGone() {
    sqs.create("dead");
    sqs.create("q", "RedrivePolicy", redrive("dead", 1));
    sqs.send("q", "poison");
    sqs.receive("q");
    sqs.client.call("DeleteQueue", "QueueUrl", SqsStory.url("dead"));
    sqs.clock.advanceSeconds(30);

    assertThat(sqs.bodies("q")).containsExactly("poison");
  }

  @Test
  void givesEachMessageToOneOfManyReceivers() {
    SqsStory sqs = new SqsStory();
    sqs.create("q");
    java.util.Queue<String> received = new ConcurrentLinkedQueue<>();
    int threads = 8;
    int each = 250;

    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < threads; thread++) {
        String prefix = thread + "-";
        pool.submit(() -> IntStream.range(0, each).forEach(i -> sqs.send("q", prefix + i)));
        pool.submit(() -> IntStream.range(0, each).forEach(i -> received.addAll(sqs.bodies("q"))));
      }
    }
    for (List<String> rest = sqs.bodies("q"); !rest.isEmpty(); rest = sqs.bodies("q")) {
      received.addAll(rest);
    }

    assertThat(received).hasSize(threads * each).doesNotHaveDuplicates();
  }

  static String redrive(String target, int receives) {
    return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
        .formatted(arn(target), receives);
  }
}
