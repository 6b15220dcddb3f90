package io.tagwatch.notify.config;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.util.Set;

/**
 * What a channel wants to hear.
 *
 * @param severities empty for all
 * @param kinds empty for all
 */
public record Audience(Set<Severity> severities, Set<Kind> kinds) {

  public static final Audience EVERYTHING = new Audience(Set.of(), Set.of());

  public Audience {
    severities = Set.copyOf(severities);
    kinds = Set.copyOf(kinds);
  }

  public boolean wants(Notification notification) {
    return (severities.isEmpty() || severities.contains(notification.severity()))
        && (kinds.isEmpty() || kinds.contains(notification.kind()));
  }
}
