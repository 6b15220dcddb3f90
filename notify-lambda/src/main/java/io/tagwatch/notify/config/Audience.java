package io.tagwatch.notify.config;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.util.Optional;
import java.util.Set;

/**
 * What a channel wants to hear.
 *
 * @param severities empty for all
 * @param kinds empty for all
 * @param owners empty for all; a message without an owner is nobody's
 * @param deployments empty for all; a message that names no deployment is of none
 * @param tags of the server that a message is about
 */
public record Audience(
    Set<Severity> severities,
    Set<Kind> kinds,
    Set<String> owners,
    Set<String> deployments,
    TagFilter tags) {

  public Audience {
    severities = Set.copyOf(severities);
    kinds = Set.copyOf(kinds);
    owners = Set.copyOf(owners);
    deployments = Set.copyOf(deployments);
  }

  public boolean wants(Notification notification) {
    return (severities.isEmpty() || severities.contains(notification.severity()))
        && (kinds.isEmpty() || kinds.contains(notification.kind()))
        && names(owners, notification.owner())
        && (deployments.isEmpty() || names(deployments, deployment(notification)))
        && tags.takes(notification);
  }

  /** Owners are mostly addresses, which people write in either case. */
  private static boolean names(Set<String> wanted, Optional<String> name) {
    return wanted.isEmpty()
        || name.isPresent() && wanted.stream().anyMatch(name.get()::equalsIgnoreCase);
  }

  private static Optional<String> deployment(Notification notification) {
    return notification.fields().stream()
        .filter(field -> field.name().equals("Deployment"))
        .map(Field::value)
        .findFirst();
  }
}
