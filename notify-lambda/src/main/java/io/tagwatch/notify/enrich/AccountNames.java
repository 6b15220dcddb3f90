package io.tagwatch.notify.enrich;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls accounts as people do: {@code acme-prod 1234-5678-9012}. The names are those of {@code
 * accounts:} in channels.yaml; an account without one stays a number. Thread-safe.
 */
public final class AccountNames implements Enrichment {
  private static final String FIELD = "Account";

  /** By the number as messages print it. */
  private final Map<String, String> shown = new HashMap<>();

  /**
   * @param names by the account's twelve digits
   */
  public AccountNames(Map<String, String> names) {
    names.forEach(
        (number, name) -> {
          String printed =
              number.substring(0, 4) + "-" + number.substring(4, 8) + "-" + number.substring(8);
          shown.put(printed, name + " " + printed);
        });
  }

  @Override
  public List<Notification> enrich(List<Notification> told, Duration left) {
    if (shown.isEmpty()) {
      return told;
    }
    List<Notification> named = new ArrayList<>();
    for (Notification one : told) {
      named.add(named(one));
    }
    return named;
  }

  /** The same, with the name of its account where there is one. */
  public Notification named(Notification one) {
    for (Field field : one.fields()) {
      if (field.name().equals(FIELD) && shown.containsKey(field.value())) {
        Draft draft = one.edited();
        return draft.replaceField(FIELD, shown.get(field.value())).build();
      }
    }
    return one;
  }
}
