package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.CompositeRule;
import io.tagwatch.local.engine.InvalidDefinition;
import io.tagwatch.local.protocol.Params;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a PutCompositeAlarm request and refuses what CloudWatch would refuse. */
final class CompositeAlarmForm {
  private static final Set<String> MEMBERS =
      Stream.concat(AlarmFace.MEMBERS.stream(), Stream.of("AlarmRule"))
          .collect(Collectors.toUnmodifiableSet());

  private CompositeAlarmForm() {}

  static CompositeAlarm read(Params request, String region) {
    if (request.has("ActionsSuppressor")) {
      throw Faults.notModelled("Suppressing the actions of a composite alarm");
    }
    request.heeding(MEMBERS);
    Constraints constraints = new Constraints();
    Constraints.Subject subject = constraints.on(request);
    AlarmFace.constrain(subject);
    subject.required("AlarmRule").length("AlarmRule", 1, Limits.RULE);
    constraints.check();
    ActionArns.checkCompositeAlarm(AlarmFace.actions(request), region);
    Map<String, Object> members = AlarmFace.members(request);
    members.put("AlarmRule", request.requiredText("AlarmRule"));
    try {
      return new CompositeAlarm(members, CompositeRule.parse(request.requiredText("AlarmRule")));
    } catch (InvalidDefinition e) {
      throw Faults.validation("Error in AlarmRule [" + e.getMessage() + "]");
    }
  }
}
