package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tagwatch.cli.pipeline.Topology.QueueAt;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes a topology, or finds it as it was: every call is one that AWS lets repeat. */
final class TopologySetup {
  /** Tries before a message goes to the dead letters. */
  private static final int CHANNEL_TRIES = 5;

  private static final int ALARMS_TRIES = 3;

  /** How long a batch is hidden while its function works; AWS asks for the function's timeout. */
  private static final Duration HIDDEN = Duration.ofSeconds(60);

  private final SnsClient sns;
  private final SqsClient sqs;
  private final String deployment;

  TopologySetup(CloudClients clients, String deployment) {
    this.sns = clients.sns();
    this.sqs = clients.sqs();
    this.deployment = deployment;
  }

  Topology make(List<String> channels) {
    String topic = sns.createTopic(r -> r.name(Topology.topicName(deployment))).topicArn();
    QueueAt alarms =
        queue(
            Topology.alarmsQueueName(deployment),
            Topology.alarmsDeadLetterName(deployment),
            ALARMS_TRIES);
    SequencedMap<String, QueueAt> queues = new LinkedHashMap<>();
    for (String channel : channels) {
      QueueAt queue =
          queue(
              Topology.channelQueueName(deployment, channel),
              Topology.deadLetterName(deployment, channel),
              CHANNEL_TRIES);
      sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queue.arn()));
      queues.put(channel, queue);
    }
    return new Topology(topic, alarms, queues);
  }

  private QueueAt queue(String name, String deadLetterName, int tries) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    if (name.endsWith(".fifo")) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    String deadLetters = create(deadLetterName, attributes);
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(HIDDEN.toSeconds()));
    attributes.put(QueueAttributeName.REDRIVE_POLICY, redrive(arn(deadLetters), tries));
    String url = create(name, attributes);
    return new QueueAt(url, arn(url), deadLetters);
  }

  private String create(String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
  }

  private String arn(String url) {
    return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  private static String redrive(String deadLetterArn, int tries) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("deadLetterTargetArn", deadLetterArn)
        .put("maxReceiveCount", tries)
        .toString();
  }
}
