package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Publish and PublishBatch. */
final class PublishOperations {
  private static final Set<String> ONE = with("TopicArn", "TargetArn", "PhoneNumber");
  private static final Set<String> ENTRY = with("Id");
  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9_-]{1," + SnsLimits.BATCH_ENTRY_ID_CHARACTERS + "}");

  private final Topics topics;
  private final Publisher publisher;

  PublishOperations(Topics topics, Publisher publisher) {
    this.topics = topics;
    this.publisher = publisher;
  }

  private static Set<String> with(String... names) {
    return Stream.concat(Stream.of(names), PublishMembers.NAMES.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  Map<String, Object> publish(Call call) {
    Params params = call.params().heeding(ONE);
    Topic topic = target(params);
    return Map.of("MessageId", publisher.publish(topic, PublishMembers.read(params)));
  }

  private Topic target(Params params) {
    if (params.has("PhoneNumber")) {
      throw SnsFaults.notModelled("PhoneNumber", "a text message");
    }
    if (params.has("TopicArn")) {
      return topics.existing(TopicArn.parse("TopicArn", params.requiredText("TopicArn")));
    }
    String target =
        params
            .text("TargetArn")
            .orElseThrow(
                () ->
                    SnsFaults.invalid("TopicArn or TargetArn", "no value for required parameter"));
    if (target.contains(":endpoint/")) {
      throw SnsFaults.invalid("TargetArn", "No endpoint found for the target arn specified");
    }
    return topics.existing(TopicArn.parse("TargetArn", target));
  }

  /** All entries or none: whatever is wrong with one of them is known before the first goes out. */
  Map<String, Object> publishBatch(Call call) {
    Params params = call.params().heeding(Set.of("TopicArn", "PublishBatchRequestEntries"));
    Topic topic = topics.existing(TopicArn.parse("TopicArn", params.text("TopicArn").orElse("")));
    List<Params> entries = params.structures("PublishBatchRequestEntries");
    requireDistinct(entries);
    List<Publication> publications = entries.stream().map(PublishMembers::read).toList();
    if (publications.stream().mapToLong(Publication::size).sum() > SnsLimits.MESSAGE_BYTES) {
      throw AwsFault.badRequest(
          "BatchRequestTooLong",
          "The length of all the messages put together is more than the limit.");
    }
    List<Map<String, Object>> successful = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String id = publisher.publish(topic, publications.get(i));
      successful.add(Map.of("Id", entries.get(i).requiredText("Id"), "MessageId", id));
    }
    return Map.of("Successful", successful, "Failed", List.of());
  }

  private static void requireDistinct(List<Params> entries) {
    if (entries.isEmpty()) {
      throw AwsFault.badRequest(
          "EmptyBatchRequest", "The batch request doesn't contain any entries.");
    }
    if (entries.size() > SnsLimits.ENTRIES_PER_BATCH) {
      throw AwsFault.badRequest(
          "TooManyEntriesInBatchRequest",
          "The batch request contains more entries than permissible.");
    }
    Set<String> ids = new HashSet<>();
    for (Params entry : entries) {
      String id = entry.heeding(ENTRY).text("Id").orElse("");
      if (!ID.matcher(id).matches()) {
        throw AwsFault.badRequest(
            "InvalidBatchEntryId",
            "The Id of a batch entry in a batch request doesn't abide by the specification.");
      }
      if (!ids.add(id)) {
        throw AwsFault.badRequest(
            "BatchEntryIdsNotDistinct",
            "Two or more batch entries in the request have the same Id.");
      }
    }
  }
}
