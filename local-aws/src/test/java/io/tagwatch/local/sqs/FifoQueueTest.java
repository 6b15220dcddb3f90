package io.tagwatch.local.sqs;

import static io.tagwatch.local.sqs.SqsStory.handle;
import static io.tagwatch.local.sqs.SqsStory.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.local.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FifoQueueTest {
  private final SqsStory sqs = new SqsStory();

  @Test
  void blocksAGroupWhileOneOfItsMessagesIsInFlight() {
    sqs.createFifo("q.fifo");
    sqs.sendTo("q.fifo", "g", "1", "g1");
    sqs.sendTo("q.fifo", "g", "2", "g2");
    sqs.sendTo("q.fifo", "h", "3", "h1");

    Map<String, Object> first = sqs.receive("q.fifo", 1).getFirst();

    assertThat(first).containsEntry("Body", "g1");
    assertThat(sqs.bodies("q.fifo")).containsExactly("h1");
    assertThat(sqs.bodies("q.fifo")).isEmpty();

    sqs.delete("q.fifo", handle(first));
    assertThat(sqs.bodies("q.fifo")).containsExactly("g2");
  }

  @Test
  void givesSeveralMessagesOfAGroupToOneReceiverInOrder() {
    sqs.createFifo("q.fifo");
    List.of("1", "2", "3").forEach(n -> sqs.sendTo("q.fifo", "g", n, n));

    List<Map<String, Object>> received = sqs.receive("q.fifo");

    assertThat(SqsStory.bodies(received)).containsExactly("1", "2", "3");
    assertThat(received.stream().map(each -> system(each, "SequenceNumber")))
        .isSorted()
        .allMatch(number -> number.length() == 20);
  }

  @Test
  void keepsTheOrderOfAGroupWhenItsFirstMessageComesBack() {
    sqs.createFifo("q.fifo");
    List.of("1", "2", "3").forEach(n -> sqs.sendTo("q.fifo", "g", n, n));
    List<Map<String, Object>> received = sqs.receive("q.fifo", 2);

    sqs.hide("q.fifo", handle(received.getFirst()), 0);

    assertThat(sqs.bodies("q.fifo")).isEmpty();
    sqs.clock.advanceSeconds(30);
    assertThat(sqs.bodies("q.fifo")).containsExactly("1", "2", "3");
  }

  @Test
  void answersARepeatLikeItsOriginalAndDeliversItOnce() {
    sqs.createFifo("q.fifo");
    Map<String, Object> original = sqs.sendTo("q.fifo", "g", "token", "first");
    Map<String, Object> repeat = sqs.sendTo("q.fifo", "other", "token", "second");

    assertThat(repeat.get("MessageId")).isEqualTo(original.get("MessageId"));
    assertThat(repeat.get("SequenceNumber")).isEqualTo(original.get("SequenceNumber"));
    assertThat(sqs.bodies("q.fifo")).containsExactly("first");
  }

  @Test
  void forgetsTokensAfterFiveMinutesEvenWhenTheMessageWasDeleted() {
    sqs.createFifo("q.fifo");
    sqs.sendTo("q.fifo", "g", "token", "first");
    sqs.delete("q.fifo", handle(sqs.receive("q.fifo").getFirst()));
    sqs.clock.advanceSeconds(299);
    sqs.sendTo("q.fifo", "g", "token", "second");
    assertThat(sqs.bodies("q.fifo")).isEmpty();

    sqs.clock.advanceSeconds(1);
    sqs.sendTo("q.fifo", "g", "token", "third");

    assertThat(sqs.bodies("q.fifo")).containsExactly("third");
  }

  @Test
  void recognisesEqualContentWhenTheQueueIsToldTo() {
    sqs.createFifo("q.fifo", "ContentBasedDeduplication", "true");
    for (String body : List.of("same", "same", "other")) {
      sqs.client.call(
          "SendMessage",
          "QueueUrl",
          SqsStory.url("q.fifo"),
          "MessageBody",
          body,
          "MessageGroupId",
          "g");
    }

    List<Map<String, Object>> received = sqs.receive("q.fifo");

    assertThat(SqsStory.bodies(received)).containsExactly("same", "other");
    assertThat(system(received.getFirst(), "MessageDeduplicationId"))
        .isEqualTo("0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5");
  }

  @Test
  void deduplicatesWithinGroupsWhenTheQueueIsToldTo() {
    sqs.createFifo("q.fifo", "DeduplicationScope", "messageGroup");
    sqs.sendTo("q.fifo", "g", "token", "g");
    sqs.sendTo("q.fifo", "h", "token", "h");
    sqs.sendTo("q.fifo", "h", "token", "again");

    assertThat(sqs.bodies("q.fifo")).containsExactly("g", "h");
  }

  @Test
  void letsHandlesExpireWithTheVisibilityTimeout() {
    sqs.createFifo("q.fifo");
    sqs.sendTo("q.fifo", "g", "1", "hello");
    String handle = handle(sqs.receive("q.fifo").getFirst());
    sqs.clock.advanceSeconds(30);

    assertThatThrownBy(() -> sqs.delete("q.fifo", handle))
        .hasMessage(
            "Value "
                + handle
                + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
  }

  @Test
  void movesTooOftenReceivedMessagesOutOfTheWayOfTheirGroup() {
    sqs.createFifo("dead.fifo");
    sqs.createFifo("q.fifo", "RedrivePolicy", StandardQueueTest.redrive("dead.fifo", 1));
    sqs.sendTo("q.fifo", "g", "1", "poison");
    sqs.sendTo("q.fifo", "g", "2", "next");
    sqs.receive("q.fifo", 1);
    sqs.clock.advanceSeconds(30);

    assertThat(sqs.bodies("q.fifo")).containsExactly("next");
    assertThat(sqs.bodies("dead.fifo")).containsExactly("poison");
  }

  @Test
  void knowsRepeatsAfterARestart(@TempDir Path folder) {
    try (Store store = Store.in(folder)) {
      SqsStory before = new SqsStory(store);
      before.createFifo("q.fifo");
      before.sendTo("q.fifo", "g", "token", "first");
      before.createFifo("deleted.fifo");
      before.sendTo("deleted.fifo", "g", "token", "first");
      before.client.call("DeleteQueue", "QueueUrl", SqsStory.url("deleted.fifo"));
    }

    try (Store store = Store.in(folder)) {
      SqsStory after = new SqsStory(store);
      after.sendTo("q.fifo", "g", "token", "second");
      after.sendTo("q.fifo", "g", "another", "third");
      after.createFifo("deleted.fifo");
      after.sendTo("deleted.fifo", "g", "token", "new");

      List<Map<String, Object>> received = after.receive("q.fifo");
      assertThat(SqsStory.bodies(received)).containsExactly("first", "third");
      assertThat(received).extracting(each -> system(each, "SequenceNumber")).isSorted();
      assertThat(after.bodies("deleted.fifo")).containsExactly("new");
    }
  }

  @Test
  void needsAGroupAndAToken() {
    sqs.createFifo("q.fifo");

    assertThatThrownBy(() -> sqs.send("q.fifo", "hello"))
        .hasMessage("The request must contain the parameter MessageGroupId.");
    assertThatThrownBy(
            () ->
                sqs.client.call(
                    "SendMessage",
                    "QueueUrl",
                    SqsStory.url("q.fifo"),
                    "MessageBody",
                    "hello",
                    "MessageGroupId",
                    "g"))
        .hasMessageStartingWith(
            "The queue should either have ContentBasedDeduplication enabled or");
  }
}
