package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Entries;
import io.tagwatch.local.protocol.Params;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations on single messages. */
final class MessageOperations {
  private static final Set<String> SEND =
      Stream.concat(Stream.of("QueueUrl"), MessageMembers.NAMES.stream())
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> RECEIVE =
      Set.of(
          "QueueUrl",
          "AttributeNames",
          "MessageSystemAttributeNames",
          "MessageAttributeNames",
          "MaxNumberOfMessages",
          "VisibilityTimeout",
          "WaitTimeSeconds");

  private final Queues queues;
  private final QueueUrls urls;

  MessageOperations(Queues queues, QueueUrls urls) {
    this.queues = queues;
    this.urls = urls;
  }

  Map<String, Object> send(Call call) {
    call.params().heeding(SEND);
    return sent(urls.named(call), MessageMembers.read(call.params()));
  }

  /** Sends, and tells what the SDKs verify. */
  Map<String, Object> sent(QueueId queue, OutgoingMessage message) {
    Deduplication.Accepted accepted = queues.send(queue, message);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("MD5OfMessageBody", AttributeDigest.ofBody(message.body()));
    if (!message.attributes().isEmpty()) {
      result.put("MD5OfMessageAttributes", AttributeDigest.of(message.attributes()));
    }
    message
        .traceHeader()
        .ifPresent(
            trace ->
                result.put(
                    "MD5OfMessageSystemAttributes",
                    AttributeDigest.of(
                        Map.of(Message.TRACE, new MessageAttribute("String", trace)))));
    result.put("MessageId", accepted.messageId());
    result.put("SequenceNumber", accepted.sequenceNumber());
    return result;
  }

  Map<String, Object> receive(Call call) {
    Params params = call.params().heeding(RECEIVE);
    QueueId queue = urls.named(call);
    int limit = within(params, "MaxNumberOfMessages", 1, SqsLimits.MESSAGES_PER_RECEIVE).orElse(1);
    AttributeChoice choice =
        new AttributeChoice(
            Stream.concat(
                    params.texts("AttributeNames").stream(),
                    params.texts("MessageSystemAttributeNames").stream())
                .toList(),
            params.texts("MessageAttributeNames"));
    Optional<Duration> hidden =
        seconds(within(params, "VisibilityTimeout", 0, SqsLimits.VISIBILITY_SECONDS));
    Optional<Duration> wait = seconds(within(params, "WaitTimeSeconds", 0, SqsLimits.WAIT_SECONDS));
    try {
      List<Message> messages = queues.receive(queue, limit, hidden, wait);
      return messages.isEmpty()
          ? Map.of()
          : Map.of("Messages", messages.stream().map(each -> shown(each, choice)).toList());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw SqsFaults.interrupted();
    }
  }

  private static Map<String, Object> shown(Message message, AttributeChoice choice) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("MessageId", message.id());
    result.put("ReceiptHandle", message.history().receipt());
    result.put("MD5OfBody", AttributeDigest.ofBody(message.body()));
    result.put("Body", message.body());
    Map<String, String> system = choice.systemOf(message);
    if (!system.isEmpty()) {
      result.put("Attributes", new Entries(system));
    }
    Map<String, MessageAttribute> user = choice.userOf(message);
    if (!user.isEmpty()) {
      Map<String, Object> shown = new LinkedHashMap<>();
      user.forEach((name, value) -> shown.put(name, shown(value)));
      result.put("MessageAttributes", new Entries(shown));
      result.put("MD5OfMessageAttributes", AttributeDigest.of(user));
    }
    return result;
  }

  private static Map<String, Object> shown(MessageAttribute attribute) {
    String member = attribute.binary() ? "BinaryValue" : "StringValue";
    return Map.of("DataType", attribute.dataType(), member, attribute.value());
  }

  Map<String, Object> delete(Call call) {
    Params params = call.params().heeding(Set.of("QueueUrl", "ReceiptHandle"));
    deleted(urls.named(call), params);
    return Map.of();
  }

  void deleted(QueueId queue, Params members) {
    queues.deleteMessage(queue, handle(members));
  }

  Map<String, Object> changeVisibility(Call call) {
    Params params = call.params().heeding(Set.of("QueueUrl", "ReceiptHandle", "VisibilityTimeout"));
    visibilityChanged(urls.named(call), params);
    return Map.of();
  }

  void visibilityChanged(QueueId queue, Params members) {
    Duration hidden =
        seconds(within(members, "VisibilityTimeout", 0, SqsLimits.VISIBILITY_SECONDS))
            .orElseThrow(() -> SqsFaults.missing("VisibilityTimeout"));
    queues.changeVisibility(queue, handle(members), hidden);
  }

  private static String handle(Params members) {
    return members.text("ReceiptHandle").orElseThrow(() -> SqsFaults.missing("ReceiptHandle"));
  }

  private static Optional<Duration> seconds(OptionalInt seconds) {
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsInt()))
        : Optional.empty();
  }

  private static OptionalInt within(Params params, String name, int from, int to) {
    OptionalInt value = params.integer(name);
    if (value.isPresent() && (value.getAsInt() < from || value.getAsInt() > to)) {
      throw SqsFaults.invalidParameter(
          name, value.getAsInt(), "Must be between %d and %d, if provided.".formatted(from, to));
    }
    return value;
  }
}
