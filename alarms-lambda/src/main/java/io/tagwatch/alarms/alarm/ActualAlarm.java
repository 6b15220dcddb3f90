package io.tagwatch.alarms.alarm;

import io.tagwatch.common.alarm.AlarmMarker;
import java.util.Optional;

/**
 * An alarm that exists.
 *
 * @param alarm its fields; empty for a kind that this program does not know
 */
public record ActualAlarm(
    String name, String description, Optional<Alarm> alarm, AlarmState state) {

  /** An alarm that is not firing. */
  public ActualAlarm(String name, String description, Optional<Alarm> alarm) {
    this(name, description, alarm, AlarmState.QUIET);
  }

  /** True when it looks at other alarms. */
  public boolean isComposite() {
    return alarm.filter(Alarm::isComposite).isPresent();
  }

  /** The identity that its description claims in this deployment; empty when it claims none. */
  public Optional<AlarmIdentity> claim(String deployment) {
    return AlarmMarker.find(description)
        .map(AlarmIdentity::of)
        .filter(identity -> identity.deployment().equals(deployment));
  }

  /**
   * The identity, when the name is the one that such an alarm has: proof enough to delete it. A
   * copy that someone made under another name has the claim but not the proof.
   */
  public Optional<AlarmIdentity> proof(String deployment) {
    return claim(deployment).filter(identity -> identity.name().equals(name));
  }
}
