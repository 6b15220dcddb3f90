package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a message to send from the members of SendMessage, or of one entry of its batch. */
final class MessageMembers {
  /** SenderId of everybody who calls the API here; AWS shows the caller's user id. */
  static final String CALLER = "AIDAEMBEDDEDCLOUD0000";

  static final Set<String> NAMES =
      Set.of(
          "MessageBody",
          "DelaySeconds",
          "MessageAttributes",
          "MessageSystemAttributes",
          "MessageDeduplicationId",
          "MessageGroupId");

  private MessageMembers() {}

  static OutgoingMessage read(Params members) {
    OptionalInt delay = members.integer("DelaySeconds");
    return new OutgoingMessage(
        members.text("MessageBody").orElseThrow(() -> SqsFaults.missing("MessageBody")),
        attributes(members),
        CALLER,
        traceHeader(members),
        delay.isPresent() ? Optional.of(delay.getAsInt()) : Optional.empty(),
        members.text("MessageGroupId"),
        members.text("MessageDeduplicationId"));
  }

  private static Map<String, MessageAttribute> attributes(Params members) {
    Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
    members
        .structure("MessageAttributes")
        .ifPresent(
            map ->
                map.names()
                    .forEach(
                        name ->
                            attributes.put(
                                name,
                                AttributeRules.read(name, map.structure(name).orElseThrow()))));
    AttributeRules.requireFew(attributes.size());
    return attributes;
  }

  private static Optional<String> traceHeader(Params members) {
    return members
        .structure("MessageSystemAttributes")
        .map(map -> map.heeding(Set.of(Message.TRACE)))
        .flatMap(map -> map.structure(Message.TRACE))
        .map(value -> AttributeRules.read(Message.TRACE, value).value());
  }
}
