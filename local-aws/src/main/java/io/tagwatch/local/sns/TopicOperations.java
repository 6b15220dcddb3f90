package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Entries;
import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The operations on topics. */
final class TopicOperations {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]{1," + SnsLimits.TOPIC_NAME_CHARACTERS + "}");

  private final Topics topics;
  private final String account;

  TopicOperations(Topics topics, String account) {
    this.topics = topics;
    this.account = account;
  }

  Map<String, Object> create(Call call) {
    Params params = call.params().heeding(Set.of("Name", "Attributes", "Tags"));
    String name = params.text("Name").orElse("");
    if (name.endsWith(".fifo")) {
      throw SnsFaults.notModelled("Topic Name", "a FIFO topic");
    }
    if (!NAME.matcher(name).matches()) {
      throw SnsFaults.invalid("Topic Name");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    params
        .structure("Attributes")
        .ifPresent(
            map -> map.names().forEach(each -> attributes.put(each, map.requiredText(each))));
    attributes.forEach(TopicAttribute::check);
    attributes.keySet().removeIf(each -> !TopicAttribute.kept(each));
    Map<String, String> tags = TopicTags.read(params);
    TopicArn arn = new TopicArn(call.region(), account, name);
    topics
        .addIfAbsent(new Topic(arn, attributes, tags, 0))
        .ifPresent(existing -> requireSame(existing, attributes, tags));
    return Map.of("TopicArn", arn.toString());
  }

  private static void requireSame(
      Topic existing, Map<String, String> attributes, Map<String, String> tags) {
    if (!existing.attributes().entrySet().containsAll(attributes.entrySet())) {
      throw SnsFaults.invalid("Attributes", "Topic already exists with different attributes");
    }
    if (!existing.tags().entrySet().containsAll(tags.entrySet())) {
      throw SnsFaults.invalid("Tags", "Topic already exists with different tags");
    }
  }

  Map<String, Object> delete(Call call) {
    topics.delete(named(call.params().heeding(Set.of("TopicArn"))));
    return Map.of();
  }

  Map<String, Object> list(Call call) {
    call.params().heeding(Set.of("NextToken"));
    return Pages.page(
        call,
        topics.in(call.region()),
        topic -> topic.arn().toString(),
        "Topics",
        topic -> Map.of("TopicArn", topic.arn().toString()));
  }

  Map<String, Object> attributes(Call call) {
    Topic topic = topics.existing(named(call.params().heeding(Set.of("TopicArn"))));
    List<Subscription> subscribers = topics.subscribersOf(topic.arn());
    return Map.of("Attributes", new Entries(TopicDescription.of(topic, subscribers)));
  }

  Map<String, Object> setAttributes(Call call) {
    Params params = call.params().heeding(Set.of("TopicArn", "AttributeName", "AttributeValue"));
    String name =
        params.text("AttributeName").orElseThrow(() -> SnsFaults.invalid("AttributeName"));
    String value = params.text("AttributeValue").orElse("");
    topics.existing(named(params));
    TopicAttribute.check(name, value);
    topics.change(
        named(params),
        topic -> {
          Map<String, String> attributes = new LinkedHashMap<>(topic.attributes());
          attributes.put(name, value);
          attributes.values().removeIf(String::isEmpty);
          return topic.withAttributes(attributes);
        });
    return Map.of();
  }

  Map<String, Object> tag(Call call) {
    Params params = call.params().heeding(Set.of("ResourceArn", "Tags"));
    Map<String, String> added = TopicTags.read(params);
    retag(
        params,
        tags -> {
          tags.putAll(added);
          return tags;
        });
    return Map.of();
  }

  Map<String, Object> untag(Call call) {
    Params params = call.params().heeding(Set.of("ResourceArn", "TagKeys"));
    List<String> keys = params.texts("TagKeys");
    retag(
        params,
        tags -> {
          tags.keySet().removeAll(keys);
          return tags;
        });
    return Map.of();
  }

  Map<String, Object> tags(Call call) {
    Params params = call.params().heeding(Set.of("ResourceArn"));
    Topic topic = topics.find(resource(params)).orElseThrow(SnsFaults::noSuchResource);
    return Map.of("Tags", TopicTags.shown(topic.tags()));
  }

  private void retag(Params params, UnaryOperator<Map<String, String>> change) {
    topics.find(resource(params)).orElseThrow(SnsFaults::noSuchResource);
    topics.change(
        resource(params),
        topic -> {
          Map<String, String> tags = change.apply(new LinkedHashMap<>(topic.tags()));
          TopicTags.requireFew(tags);
          return topic.withTags(tags);
        });
  }

  private static TopicArn resource(Params params) {
    return TopicArn.parse("ResourceArn", params.text("ResourceArn").orElse(""));
  }

  private static TopicArn named(Params params) {
    return TopicArn.parse("TopicArn", params.text("TopicArn").orElse(""));
  }
}
