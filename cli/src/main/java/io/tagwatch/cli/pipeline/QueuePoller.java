package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.cli.pipeline.Topology.QueueAt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Lambda's event source mapping for one queue: what a function took is deleted, what it refused is
 * left to the visibility timeout and, in the end, to the dead letters.
 */
final class QueuePoller {
  /** The most that ReceiveMessage hands out at once. */
  private static final int BATCH = 10;

  private final SqsClient sqs;
  private final QueueAt queue;
  private final FunctionHost function;
  private final Consumer<FunctionFailure> failures;

  QueuePoller(
      SqsClient sqs, QueueAt queue, FunctionHost function, Consumer<FunctionFailure> failures) {
    this.failures = failures;
    this.sqs = sqs;
    this.queue = queue;
    this.function = function;
  }

  /**
   * Hands everything that is visible to the function.
   *
   * @param waitSeconds how long the first look may wait for a message, in real time
   * @return what the function answered, batch by batch; failed invocations go to {@code failures}
   */
  List<JsonNode> drain(int waitSeconds) {
    List<JsonNode> answers = new ArrayList<>();
    List<Message> messages = receive(waitSeconds);
    while (!messages.isEmpty()) {
      SqsBatch batch = new SqsBatch(queue.arn(), messages);
      try {
        JsonNode answer = function.invoke(batch.event());
        delete(batch.done(answer));
        answers.add(answer);
      } catch (FunctionFailure e) {
        failures.accept(e);
      }
      messages = receive(0);
    }
    return answers;
  }

  private List<Message> receive(int waitSeconds) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(queue.url())
                    .maxNumberOfMessages(BATCH)
                    .waitTimeSeconds(waitSeconds)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private void delete(List<Message> done) {
    if (done.isEmpty()) {
      return;
    }
    List<DeleteMessageBatchRequestEntry> entries =
        IntStream.range(0, done.size())
            .mapToObj(
                i ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(String.valueOf(i))
                        .receiptHandle(done.get(i).receiptHandle())
                        .build())
            .toList();
    sqs.deleteMessageBatch(r -> r.queueUrl(queue.url()).entries(entries));
  }
}
