package io.tagwatch.alarms.trigger;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.util.ArrayList;
import java.util.List;

/** What the function was invoked with. */
public sealed interface Input {

  /** One trigger, not through the queue. */
  record Direct(Trigger trigger) implements Input {}

  /** A batch of the queue. */
  record Batch(List<Message> messages) implements Input {
    public Batch {
      messages = List.copyOf(messages);
    }
  }

  /** A message of the queue. */
  record Message(String id, Trigger trigger) {}

  /** Reads the invocation's document. Nothing throws; what is not understood says so. */
  static Input parse(String json) {
    Problems problems = new Problems("input");
    Node node = JsonDocument.parse(json, problems);
    if (!problems.isEmpty()) {
      return new Direct(new Trigger.Unknown("the input " + problems.list().getFirst().message()));
    }
    if (node instanceof Node.Fields fields
        && fields.values().get("Records") instanceof Node.Items records) {
      return batch(records);
    }
    return new Direct(direct(node));
  }

  private static Batch batch(Node.Items records) {
    List<Message> messages = new ArrayList<>();
    for (Node record : records.values()) {
      if (record instanceof Node.Fields fields) {
        String id = TriggerParser.text(fields, "messageId").orElse("");
        messages.add(
            new Message(id, TriggerParser.parse(TriggerParser.text(fields, "body").orElse(""))));
      }
    }
    return new Batch(messages);
  }

  /** Terraform adds the member {@code tf} to whatever its resource sends. */
  private static Trigger direct(Node node) {
    if (!(node instanceof Node.Fields fields) || !fields.values().containsKey("tf")) {
      return TriggerParser.of(node);
    }
    String action =
        TriggerParser.fields(fields, "tf")
            .flatMap(tf -> TriggerParser.text(tf, "action"))
            .orElse("");
    return switch (action) {
      case "create", "update" -> TriggerParser.deployed(fields);
      case "delete" -> new Trigger.Destroy();
      default ->
          new Trigger.Unknown(
              "unknown tf.action \"" + action + "\"; Terraform sends create, update or delete");
    };
  }
}
