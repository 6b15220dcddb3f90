package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.AwsApi;
import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations on up to ten messages at once: each entry succeeds or fails by itself. */
final class BatchOperations {
  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9_-]{1," + SqsLimits.BATCH_ENTRY_ID_CHARACTERS + "}");
  private static final Set<String> SEND =
      Stream.concat(Stream.of("Id"), MessageMembers.NAMES.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Queues queues;
  private final QueueUrls urls;
  private final MessageOperations single;

  BatchOperations(Queues queues, QueueUrls urls, MessageOperations single) {
    this.queues = queues;
    this.urls = urls;
    this.single = single;
  }

  Map<String, Object> send(Call call) {
    QueueId queue = urls.named(call);
    List<Params> entries = entries(call, "SendMessageBatchRequestEntry", SEND);
    requireSendable(queue, entries);
    return each(entries, entry -> single.sent(queue, MessageMembers.read(entry)));
  }

  /** AWS refuses the whole batch when it is too long or lacks what the queue's type needs. */
  private void requireSendable(QueueId queue, List<Params> entries) {
    QueueAttributes attributes = queues.with(queue, Queue::attributes);
    long bytes = 0;
    for (Params entry : entries) {
      OutgoingMessage message = MessageMembers.read(entry);
      bytes += message.size();
      if (attributes.fifo() && message.groupId().isEmpty()) {
        throw SqsFaults.invalidParameter("The request must contain the parameter MessageGroupId.");
      }
    }
    if (bytes > SqsLimits.BATCH_BYTES) {
      throw SqsFaults.batchTooLong(bytes);
    }
  }

  Map<String, Object> delete(Call call) {
    QueueId queue = urls.named(call);
    List<Params> entries =
        entries(call, "DeleteMessageBatchRequestEntry", Set.of("Id", "ReceiptHandle"));
    return each(
        entries,
        entry -> {
          single.deleted(queue, entry);
          return Map.of();
        });
  }

  Map<String, Object> changeVisibility(Call call) {
    QueueId queue = urls.named(call);
    List<Params> entries =
        entries(
            call,
            "ChangeMessageVisibilityBatchRequestEntry",
            Set.of("Id", "ReceiptHandle", "VisibilityTimeout"));
    return each(
        entries,
        entry -> {
          single.visibilityChanged(queue, entry);
          return Map.of();
        });
  }

  private List<Params> entries(Call call, String shape, Set<String> members) {
    Params params = call.params().heeding(Set.of("QueueUrl", "Entries"));
    queues.with(urls.named(call), Queue::id);
    List<Params> entries = params.structures("Entries");
    if (entries.isEmpty()) {
      throw SqsFaults.emptyBatch(shape);
    }
    if (entries.size() > SqsLimits.ENTRIES_PER_BATCH) {
      throw SqsFaults.tooManyEntries(entries.size());
    }
    Set<String> ids = new HashSet<>();
    for (Params entry : entries) {
      String id = entry.heeding(members).text("Id").orElse("");
      if (!ID.matcher(id).matches()) {
        throw SqsFaults.invalidBatchId();
      }
      if (!ids.add(id)) {
        throw SqsFaults.repeatedBatchId(id);
      }
    }
    return entries;
  }

  private static Map<String, Object> each(
      List<Params> entries, Function<Params, Map<String, Object>> action) {
    List<Map<String, Object>> successful = new ArrayList<>();
    List<Map<String, Object>> failed = new ArrayList<>();
    for (Params entry : entries) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("Id", entry.requiredText("Id"));
      try {
        result.putAll(action.apply(entry));
        successful.add(result);
      } catch (AwsFault fault) {
        result.put("SenderFault", fault.callersFault());
        result.put("Code", AwsApi.SQS.queryCode(fault));
        result.put("Message", fault.getMessage());
        failed.add(result);
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Successful", successful);
    answer.put("Failed", failed);
    return answer;
  }
}
