package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members that metric alarms and composite alarms share. */
final class AlarmFace {
  static final Set<String> MEMBERS =
      Set.of(
          "AlarmName",
          "AlarmDescription",
          "ActionsEnabled",
          "OKActions",
          "AlarmActions",
          "InsufficientDataActions",
          "Tags");

  private static final List<String> ACTIONS =
      List.of("OKActions", "AlarmActions", "InsufficientDataActions");

  private AlarmFace() {}

  static void constrain(Constraints.Subject request) {
    request
        .required("AlarmName")
        .length("AlarmName", 1, Limits.NAME)
        .length("AlarmDescription", 0, Limits.DESCRIPTION)
        .tags();
    for (String actions : ACTIONS) {
      request.size(actions, Limits.ACTIONS_PER_STATE).eachLength(actions, 1, Limits.ACTION_ARN);
    }
  }

  /** The members with their defaults: actions are enabled, lists are empty. */
  static Map<String, Object> members(Params request) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("AlarmName", name(request));
    request.text("AlarmDescription").ifPresent(text -> members.put("AlarmDescription", text));
    members.put("ActionsEnabled", request.flag("ActionsEnabled").orElse(true));
    for (String actions : ACTIONS) {
      members.put(actions, List.copyOf(request.texts(actions)));
    }
    return members;
  }

  /** Every action of the request. */
  static List<String> actions(Params request) {
    return ACTIONS.stream().flatMap(actions -> request.texts(actions).stream()).toList();
  }

  private static String name(Params request) {
    String name = request.requiredText("AlarmName");
    if (name.chars().anyMatch(character -> character < ' ' || character == 0x7F)) {
      throw Faults.validation("AlarmName must not contain control characters");
    }
    return name;
  }
}
