package io.tagwatch.cli.alarms;

import io.tagwatch.cli.pipeline.CloudClients;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Somebody who reads what is published to a topic. */
final class SqsInbox {
  private final CloudClients clients;
  private final String queue;

  private SqsInbox(CloudClients clients, String queue) {
    this.clients = clients;
    this.queue = queue;
  }

  /** Makes the topic, or finds it, and reads it from now on. */
  static SqsInbox of(URI cloud, String topicName) {
    CloudClients clients = CloudClients.of(cloud, "eu-west-1");
    String queue = clients.sqs().createQueue(r -> r.queueName("inbox-" + topicName)).queueUrl();
    String arn =
        clients
            .sqs()
            .getQueueAttributes(r -> r.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String topic = clients.sns().createTopic(r -> r.name(topicName)).topicArn();
    clients.sns().subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(arn));
    return new SqsInbox(clients, queue);
  }

  /** What has come since the last look. */
  List<String> take() {
    List<Message> messages =
        clients.sqs().receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10)).messages();
    messages.forEach(
        message ->
            clients
                .sqs()
                .deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle())));
    return messages.stream().map(Message::body).toList();
  }
}
