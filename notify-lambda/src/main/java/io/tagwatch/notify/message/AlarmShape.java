package io.tagwatch.notify.message;

import java.util.Optional;

/**
 * What makes a message an alarm's, with as little as possible: a name or an alarm's ARN, and a
 * state or what the alarm evaluates. Each of them may be null or missing.
 */
final class AlarmShape {
  private static final String RESOURCE = "alarm:";

  private AlarmShape() {}

  /** The JSON that an alarm publishes to a topic. */
  static boolean isPublished(Json json) {
    boolean evaluates =
        json.text("NewStateValue").isPresent()
            || json.at("Trigger").isObject()
            || json.text("AlarmRule").isPresent();
    return evaluates && publishedName(json).isPresent();
  }

  static Optional<String> publishedName(Json json) {
    Optional<String> name = json.text("AlarmName");
    return name.isPresent() ? name : nameOf(Arn.parse(json.text("AlarmArn")));
  }

  /** The JSON that an alarm invokes a function with, or sends through EventBridge. */
  static boolean isAction(Json json) {
    Json alarm = alarm(json);
    boolean evaluates =
        alarm.text("state", "value").isPresent() || alarm.at("configuration").isObject();
    return evaluates && actionName(json).isPresent();
  }

  static Optional<String> actionName(Json json) {
    Optional<String> name = alarm(json).text("alarmName");
    return name.isPresent() ? name : nameOf(actionArn(json));
  }

  static Optional<Arn> actionArn(Json json) {
    Optional<Arn> arn = Arn.parse(json.text("alarmArn"));
    if (arn.isPresent()) {
      return arn;
    }
    for (Json resource : json.items("resources")) {
      Optional<Arn> other = Arn.parse(resource.text());
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  /** Where an action tells of its alarm. */
  static Json alarm(Json json) {
    return json.at("alarmData").isObject() ? json.at("alarmData") : json.at("detail");
  }

  private static Optional<String> nameOf(Optional<Arn> arn) {
    String resource = arn.isPresent() ? arn.get().resource() : "";
    return resource.startsWith(RESOURCE) && resource.length() > RESOURCE.length()
        ? Optional.of(resource.substring(RESOURCE.length()))
        : Optional.empty();
  }
}
