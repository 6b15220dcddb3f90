package io.tagwatch.cli.demo;

import io.tagwatch.cli.pipeline.Topology.QueueAt;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Counts what was told, and looks for what was not. */
final class LastPage {
  private final Stage stage;
  private final Narrator narrator;
  private final Playhead playhead;

  LastPage(Stage stage, Narrator narrator, Playhead playhead) {
    this.stage = stage;
    this.narrator = narrator;
    this.playhead = playhead;
  }

  void turn() {
    int told = playhead.posts(Stage.CHAT).size();
    int posted = playhead.posts(Stage.HOOK).size();
    narrator.expect(
        told > 0 && told == posted,
        "the webhook received the same %d messages as JSON".formatted(posted),
        "the chat received %d messages, the webhook %d".formatted(told, posted));
    int lost = leftBehind();
    narrator.expect(
        lost == 0 && stage.failures().isEmpty(),
        "no message is left in any queue, no function failed",
        "%d messages are left in queues; failed: %s".formatted(lost, stage.failures()));
  }

  private int leftBehind() {
    int left = leftIn(stage.pipeline().topology().alarms());
    for (QueueAt queue : stage.pipeline().topology().channels().values()) {
      left += leftIn(queue);
    }
    return left;
  }

  private int leftIn(QueueAt queue) {
    return count(queue.url()) + count(queue.deadLetters());
  }

  private int count(String url) {
    Map<QueueAttributeName, String> depth =
        stage
            .pipeline()
            .clients()
            .sqs()
            .getQueueAttributes(
                r ->
                    r.queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return depth.values().stream().mapToInt(Integer::parseInt).sum();
  }
}
