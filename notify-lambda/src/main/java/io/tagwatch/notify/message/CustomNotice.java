package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A custom notification in the form that Amazon Q Developer in chat applications reads, formerly
 * AWS Chatbot: {@code "version": "1.0", "source": "custom", "content": {…}}. See its guide, "Custom
 * notifications".
 */
final class CustomNotice implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Json json = message.json();
    return json.text("source").map("custom"::equals).orElse(false)
            && json.text("content", "description").isPresent()
        ? Optional.of(notification(message, json))
        : Optional.empty();
  }

  private static Notification notification(Incoming message, Json json) {
    Json content = json.at("content");
    Json metadata = json.at("metadata");
    String description = content.text("description").orElse("");
    Optional<String> title = content.text("title");
    List<String> lines = new ArrayList<>();
    title.ifPresent(it -> lines.add(description));
    content.items("nextSteps").forEach(step -> step.text().ifPresent(it -> lines.add("• " + it)));
    var draft =
        Notification.draft(message.id())
            .title(title.orElse(description))
            .summary(String.join("\n", lines))
            .dedupKey(metadata.text("threadId"))
            .occurredAt(message.sentAt())
            .field("Event", metadata.text("eventType"))
            .field("Keywords", joined(content.items("keywords")))
            .field("Resources", joined(metadata.items("relatedResources")));
    metadata.members("additionalContext").forEach((key, value) -> draft.field(key, value.text()));
    return draft.build();
  }

  private static String joined(List<Json> items) {
    return String.join(", ", items.stream().flatMap(it -> it.text().stream()).toList());
  }
}
