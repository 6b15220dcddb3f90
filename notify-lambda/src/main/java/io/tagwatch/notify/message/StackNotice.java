package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CloudFormation's lines {@code StackName='…'}, {@code ResourceStatus='…'}, one for each fact. */
final class StackNotice implements Recogniser {
  private static final List<String> SHOWN =
      List.of("StackName", "LogicalResourceId", "ResourceType", "PhysicalResourceId", "StackId");

  @Override
  public Optional<Notification> recognise(Incoming message) {
    if (message.json().isObject() || !message.text().contains("='")) {
      return Optional.empty();
    }
    Map<String, String> facts = new LinkedHashMap<>();
    message.text().lines().forEach(line -> fact(line.strip(), facts));
    return facts.containsKey("StackName") && facts.containsKey("ResourceStatus")
        ? Optional.of(notification(message, facts))
        : Optional.empty();
  }

  private static void fact(String line, Map<String, String> facts) {
    int equals = line.indexOf("='");
    if (equals > 0 && line.endsWith("'") && line.length() > equals + 2) {
      facts.putIfAbsent(
          line.substring(0, equals), line.substring(equals + 2, line.length() - 1).strip());
    }
  }

  private static Notification notification(Incoming message, Map<String, String> facts) {
    String stack = facts.get("StackName");
    String resource = facts.getOrDefault("LogicalResourceId", stack);
    String about = resource.equals(stack) ? "" : ", " + resource;
    Optional<Arn> id = Arn.parse(Optional.ofNullable(facts.get("StackId")));
    String reason = facts.getOrDefault("ResourceStatusReason", "");
    Draft draft =
        Notification.draft(message.id())
            .title("Stack " + stack + about + " is " + facts.get("ResourceStatus"))
            .looks(StateWords.look(facts.get("ResourceStatus")))
            .summary(reason.equals("null") ? "" : reason)
            .account(id.flatMap(Arn::accountIfAny))
            .region(id.flatMap(Arn::regionIfAny))
            .resource(id.map(Arn::text))
            .occurredAt(
                Optional.ofNullable(facts.get("Timestamp"))
                    .flatMap(Times::parse)
                    .or(message::sentAt));
    for (String key : SHOWN) {
      draft.field(key, facts.get(key));
    }
    return draft.link(Console.stack(id)).build();
  }
}
