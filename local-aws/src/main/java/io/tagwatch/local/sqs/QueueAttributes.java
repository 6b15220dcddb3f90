package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.AwsFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settable attributes of one queue by their API names, valid as a whole. Immutable.
 *
 * @param values what was set, and the defaults of what was not
 */
record QueueAttributes(Map<String, String> values) {
  QueueAttributes {
    values = Map.copyOf(values);
  }

  /** The attributes of a new queue, or the service's refusal of them. */
  static QueueAttributes create(Map<String, String> requested) {
    boolean fifo = "true".equals(requested.get(QueueAttribute.FIFO_QUEUE.title()));
    Map<String, String> values = new LinkedHashMap<>();
    for (QueueAttribute each : QueueAttribute.values()) {
      each.initial().ifPresent(value -> values.put(each.title(), value));
    }
    if (fifo) {
      values.put(QueueAttribute.CONTENT_BASED_DEDUPLICATION.title(), "false");
      values.put(QueueAttribute.DEDUPLICATION_SCOPE.title(), "queue");
      values.put(QueueAttribute.FIFO_THROUGHPUT_LIMIT.title(), "perQueue");
    }
    return merged(values, requested, fifo);
  }

  /** These attributes with some replaced; an empty document removes its attribute. */
  QueueAttributes with(Map<String, String> changes) {
    String type = changes.get(QueueAttribute.FIFO_QUEUE.title());
    if (type != null && fifo() && !type.equals("true")) {
      throw SqsFaults.invalidAttribute(
          QueueAttribute.FIFO_QUEUE.title(), "Modifying queue type is not supported.");
    }
    return merged(new LinkedHashMap<>(values), changes, fifo());
  }

  private static QueueAttributes merged(
      Map<String, String> base, Map<String, String> changes, boolean fifo) {
    changes.forEach(
        (name, value) -> {
          QueueAttribute attribute =
              QueueAttribute.named(name).orElseThrow(() -> SqsFaults.unknownAttribute(name));
          if (attribute.fifoOnly() && !fifo) {
            throw SqsFaults.unknownAttribute(name);
          }
          if (!attribute.accepts(value)) {
            throw SqsFaults.invalidAttribute(name);
          }
          base.put(name, value);
        });
    base.entrySet().removeIf(entry -> entry.getValue().isEmpty());
    chooseEncryption(base, changes);
    QueueAttributes merged = new QueueAttributes(base);
    RedrivePolicy.of(merged);
    return merged;
  }

  private static void chooseEncryption(Map<String, String> values, Map<String, String> changes) {
    String managed = QueueAttribute.SQS_MANAGED_SSE.title();
    if (!values.containsKey(QueueAttribute.KMS_MASTER_KEY.title())) {
      return;
    }
    if ("true".equals(changes.get(managed))) {
      throw AwsFault.badRequest(
          "InvalidAttributeName",
          "You can use one type of server-side encryption (SSE) at one time. You can either "
              + "enable KMS SSE or SQS SSE.");
    }
    values.put(managed, "false");
  }

  /**
   * The first attribute, by name, for which a CreateQueue asks another value than this queue has.
   * Documents are compared as JSON, not letter by letter.
   */
  Optional<String> firstDifference(Map<String, String> requested) {
    return requested.entrySet().stream()
        .filter(entry -> !same(entry.getValue(), values.getOrDefault(entry.getKey(), "")))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  private static boolean same(String one, String other) {
    return one.equals(other)
        || PolicyDocument.parse(one)
            .filter(json -> PolicyDocument.parse(other).filter(json::equals).isPresent())
            .isPresent();
  }

  Optional<String> text(QueueAttribute attribute) {
    return Optional.ofNullable(values.get(attribute.title()));
  }

  boolean fifo() {
    return is(QueueAttribute.FIFO_QUEUE);
  }

  boolean is(QueueAttribute attribute) {
    return text(attribute).filter("true"::equals).isPresent();
  }

  boolean deduplicatesPerGroup() {
    return text(QueueAttribute.DEDUPLICATION_SCOPE).filter("messageGroup"::equals).isPresent();
  }

  Duration seconds(QueueAttribute attribute) {
    return Duration.ofSeconds(number(attribute));
  }

  int number(QueueAttribute attribute) {
    return Integer.parseInt(text(attribute).orElse("0"));
  }
}
