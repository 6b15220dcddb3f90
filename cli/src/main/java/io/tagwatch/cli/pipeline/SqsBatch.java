package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Messages of one queue as Lambda's event source mapping hands them to a function, and its answer
 * read as that mapping reads it.
 */
final class SqsBatch {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String queueArn;
  private final List<Message> messages;

  SqsBatch(String queueArn, List<Message> messages) {
    this.queueArn = queueArn;
    this.messages = messages;
  }

  JsonNode event() {
    ObjectNode event = JSON.objectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> records.add(record(message)));
    return event;
  }

  private ObjectNode record(Message message) {
    ObjectNode record = JSON.objectNode();
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    ObjectNode attributes = record.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode own = record.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> own.set(name, attribute(value)));
    record.put("md5OfBody", message.md5OfBody());
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", queueArn);
    record.put("awsRegion", queueArn.split(":", -1)[3]);
    return record;
  }

  private static ObjectNode attribute(MessageAttributeValue value) {
    return JSON.objectNode()
        .put("dataType", value.dataType())
        .put("stringValue", value.stringValue());
  }

  /**
   * The messages that are done with. An answer without {@code batchItemFailures} means all; a null,
   * empty or unknown identifier in it means that the whole batch failed, as Lambda documents it.
   */
  List<Message> done(JsonNode answer) {
    Set<String> failed = new HashSet<>();
    for (JsonNode item : answer.path("batchItemFailures")) {
      failed.add(item.path("itemIdentifier").asText(""));
    }
    Set<String> known = new HashSet<>();
    messages.forEach(message -> known.add(message.messageId()));
    return known.containsAll(failed)
        ? messages.stream().filter(message -> !failed.contains(message.messageId())).toList()
        : List.of();
  }
}
