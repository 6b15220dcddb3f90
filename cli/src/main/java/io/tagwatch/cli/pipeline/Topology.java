package io.tagwatch.cli.pipeline;

import java.util.SequencedMap;

/**
 * The topic and queues of a deployment, as Terraform makes them on AWS.
 *
 * @param topicArn where alarms are announced
 * @param alarms the one queue through which alarms-lambda is asked
 * @param channels the queue of each channel, by the channel's name
 */
public record Topology(String topicArn, QueueAt alarms, SequencedMap<String, QueueAt> channels) {

  /**
   * A queue.
   *
   * @param deadLetters where messages go that were received too often
   */
  public record QueueAt(String url, String arn, String deadLetters) {}

  /** The topic: {@code tagwatch-<deployment>}. */
  static String topicName(String deployment) {
    return "tagwatch-" + deployment;
  }

  /** A channel's queue: {@code tagwatch-<deployment>-notify-<channel>}. */
  static String channelQueueName(String deployment, String channel) {
    return "tagwatch-" + deployment + "-notify-" + channel;
  }

  /** Where a channel's undeliverable messages end. */
  static String deadLetterName(String deployment, String channel) {
    return "tagwatch-" + deployment + "-dead-" + channel;
  }

  static String alarmsQueueName(String deployment) {
    return "tagwatch-" + deployment + "-alarms.fifo";
  }

  static String alarmsDeadLetterName(String deployment) {
    return "tagwatch-" + deployment + "-alarms-dead.fifo";
  }
}
