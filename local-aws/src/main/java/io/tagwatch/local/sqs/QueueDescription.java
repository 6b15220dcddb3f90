package io.tagwatch.local.sqs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of a queue as GetQueueAttributes shows them: those set, and those counted. */
final class QueueDescription {
  private QueueDescription() {}

  /**
   * @param names which ones, or All
   */
  static Map<String, String> of(Queue queue, String account, Instant now, List<String> names) {
    QueueDepth depth = queue.depth(now);
    Map<String, String> all = new TreeMap<>(queue.attributes().values());
    all.put("QueueArn", queue.id().arn(account));
    all.put("CreatedTimestamp", String.valueOf(queue.created().getEpochSecond()));
    all.put("LastModifiedTimestamp", String.valueOf(queue.modified().getEpochSecond()));
    all.put("ApproximateNumberOfMessages", String.valueOf(depth.visible()));
    all.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(depth.inFlight()));
    all.put("ApproximateNumberOfMessagesDelayed", String.valueOf(depth.delayed()));
    for (String name : names) {
      if (!name.equals("All") && !all.containsKey(name) && QueueAttribute.named(name).isEmpty()) {
        throw SqsFaults.unknownAttribute(name);
      }
    }
    if (!names.contains("All")) {
      all.keySet().retainAll(names);
    }
    return all;
  }
}
