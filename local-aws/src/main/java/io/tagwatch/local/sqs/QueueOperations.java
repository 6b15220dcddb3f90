package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Entries;
import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations on queues themselves. */
final class QueueOperations {
  private static final Set<String> URL_ONLY = Set.of("QueueUrl");

  private final Queues queues;
  private final QueueUrls urls;

  QueueOperations(Queues queues, QueueUrls urls) {
    this.queues = queues;
    this.urls = urls;
  }

  Map<String, Object> create(Call call) {
    Params params = call.params().heeding(Set.of("QueueName", "Attributes", "tags"));
    QueueId id = named(call);
    Map<String, String> tags = texts(params, "tags");
    TagRules.check(tags);
    queues.create(id, texts(params, "Attributes"), tags);
    return Map.of("QueueUrl", urls.of(id));
  }

  Map<String, Object> url(Call call) {
    Params params = call.params().heeding(Set.of("QueueName", "QueueOwnerAWSAccountId"));
    QueueId id = named(call);
    boolean ours =
        params.text("QueueOwnerAWSAccountId").orElse(urls.account()).equals(urls.account());
    if (!ours || !queues.exists(id)) {
      throw SqsFaults.noSuchQueue();
    }
    return Map.of("QueueUrl", urls.of(id));
  }

  Map<String, Object> delete(Call call) {
    call.params().heeding(URL_ONLY);
    queues.delete(urls.named(call));
    return Map.of();
  }

  Map<String, Object> purge(Call call) {
    call.params().heeding(URL_ONLY);
    queues.with(
        urls.named(call),
        queue -> {
          queue.purge();
          return queue;
        });
    return Map.of();
  }

  Map<String, Object> list(Call call) {
    Params params = call.params().heeding(Set.of("QueueNamePrefix", "NextToken", "MaxResults"));
    String prefix = params.text("QueueNamePrefix").orElse("");
    List<QueueId> all =
        queues.in(call.region()).stream().filter(id -> id.name().startsWith(prefix)).toList();
    return QueuePages.page(call, all, urls, "QueueUrls");
  }

  Map<String, Object> listSources(Call call) {
    call.params().heeding(Set.of("QueueUrl", "NextToken", "MaxResults"));
    return QueuePages.page(call, queues.sourcesOf(urls.named(call)), urls, "queueUrls");
  }

  Map<String, Object> attributes(Call call) {
    Params params = call.params().heeding(Set.of("QueueUrl", "AttributeNames"));
    List<String> names = params.texts("AttributeNames");
    Map<String, String> described = queues.describe(urls.named(call), names);
    return described.isEmpty() ? Map.of() : Map.of("Attributes", new Entries(described));
  }

  Map<String, Object> setAttributes(Call call) {
    Params params = call.params().heeding(Set.of("QueueUrl", "Attributes"));
    queues.setAttributes(urls.named(call), texts(params, "Attributes"));
    return Map.of();
  }

  Map<String, Object> tag(Call call) {
    Params params = call.params().heeding(Set.of("QueueUrl", "Tags"));
    Map<String, String> added = texts(params, "Tags");
    retag(call, tags -> tags.putAll(added));
    return Map.of();
  }

  Map<String, Object> untag(Call call) {
    Params params = call.params().heeding(Set.of("QueueUrl", "TagKeys"));
    List<String> keys = params.texts("TagKeys");
    retag(call, tags -> tags.keySet().removeAll(keys));
    return Map.of();
  }

  Map<String, Object> tags(Call call) {
    call.params().heeding(URL_ONLY);
    return queues.with(urls.named(call), queue -> Map.of("Tags", new Entries(queue.tags())));
  }

  private void retag(Call call, java.util.function.Consumer<Map<String, String>> change) {
    queues.with(
        urls.named(call),
        queue -> {
          Map<String, String> tags = new LinkedHashMap<>(queue.tags());
          change.accept(tags);
          TagRules.check(tags);
          queue.tag(tags);
          return queue;
        });
  }

  private static QueueId named(Call call) {
    String name = call.params().text("QueueName").orElseThrow(() -> SqsFaults.missing("QueueName"));
    return new QueueId(call.region(), name);
  }

  private static Map<String, String> texts(Params params, String member) {
    Map<String, String> result = new LinkedHashMap<>();
    params
        .structure(member)
        .ifPresent(map -> map.names().forEach(name -> result.put(name, map.text(name).orElse(""))));
    return result;
  }
}
