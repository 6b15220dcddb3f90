package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.protocol.Operations;
import io.tagwatch.local.protocol.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * SQS: queues with visibility timeout, receive counts, delays, retention, redrive to dead-letter
 * queues, and FIFO queues with groups and de-duplication. Safe for concurrent calls.
 */
public final class SqsService implements Service, QueueInbox {
  /** SenderId of what a service puts into a queue; AWS shows the service's own principal. */
  private static final String SERVICE_SENDER = "AIDAEMBEDDEDSERVICE00";

  private final Queues queues;
  private final Operations operations;

  /** With random ids. */
  public SqsService(CloudSetting setting) {
    this(setting, UUID::randomUUID);
  }

  /**
   * @param setting account, address, time and store of the cloud
   * @param ids message ids and receipts
   */
  public SqsService(CloudSetting setting, Supplier<UUID> ids) {
    StoredQueues stored = new StoredQueues(setting.store());
    this.queues = new Queues(setting.account(), setting.clock(), ids, stored, stored.load());
    QueueUrls urls = new QueueUrls(setting.url(), setting.account());
    QueueOperations ofQueues = new QueueOperations(queues, urls);
    MessageOperations ofMessages = new MessageOperations(queues, urls);
    BatchOperations ofBatches = new BatchOperations(queues, urls, ofMessages);
    this.operations =
        new Operations(
            Map.ofEntries(
                Map.entry("CreateQueue", ofQueues::create),
                Map.entry("GetQueueUrl", ofQueues::url),
                Map.entry("ListQueues", ofQueues::list),
                Map.entry("ListDeadLetterSourceQueues", ofQueues::listSources),
                Map.entry("DeleteQueue", ofQueues::delete),
                Map.entry("PurgeQueue", ofQueues::purge),
                Map.entry("GetQueueAttributes", ofQueues::attributes),
                Map.entry("SetQueueAttributes", ofQueues::setAttributes),
                Map.entry("TagQueue", ofQueues::tag),
                Map.entry("UntagQueue", ofQueues::untag),
                Map.entry("ListQueueTags", ofQueues::tags),
                Map.entry("SendMessage", ofMessages::send),
                Map.entry("ReceiveMessage", ofMessages::receive),
                Map.entry("DeleteMessage", ofMessages::delete),
                Map.entry("ChangeMessageVisibility", ofMessages::changeVisibility),
                Map.entry("SendMessageBatch", ofBatches::send),
                Map.entry("DeleteMessageBatch", ofBatches::delete),
                Map.entry("ChangeMessageVisibilityBatch", ofBatches::changeVisibility)));
  }

  @Override
  public Set<String> operations() {
    return operations.names();
  }

  @Override
  public Map<String, Object> call(Call call) {
    return operations.carryOut(call);
  }

  /** Tells somebody of every message that goes to dead letters from now on. */
  public void onBurial(Burials listener) {
    queues.onBurial(listener);
  }

  /** How full every queue is, by region and name. */
  public List<QueueDepth> depths() {
    return queues.depths();
  }

  @Override
  public boolean exists(String queueArn) {
    return QueueId.ofArn(queueArn).filter(queues::exists).isPresent();
  }

  @Override
  public Optional<String> put(
      String queueArn,
      String body,
      Map<String, MessageAttribute> attributes,
      Optional<String> group) {
    OutgoingMessage message = OutgoingMessage.fromService(body, attributes, SERVICE_SENDER, group);
    return QueueId.ofArn(queueArn)
        .map(
            id -> {
              try {
                queues.send(id, message);
                return Optional.<String>empty();
              } catch (AwsFault refusal) {
                return Optional.of(refusal.getMessage());
              }
            })
        .orElse(Optional.of("not the ARN of a queue: " + queueArn));
  }
}
