package io.tagwatch.local.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.local.cloudwatch.HistoryItem;
import io.tagwatch.local.engine.ComparisonOperator;
import io.tagwatch.local.view.AlarmView.Threshold;
import io.tagwatch.local.view.ConditionView.Side;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What alarms were compared with over time, from the configurations among the items of a history.
 */
final class Thresholds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONFIGURATION = "ConfigurationUpdate";

  /** Members of their details; a deleted alarm has neither. */
  private static final String CREATED = "createdAlarm";

  private static final String UPDATED = "updatedAlarm";

  /** More changes of one alarm are left out, the oldest first. */
  private static final int MOST = 20;

  private final List<Threshold> held = new ArrayList<>();

  private Thresholds() {}

  /**
   * By alarm name, oldest first; only alarms that had more than one.
   *
   * @param names the alarms that are asked about
   */
  static Map<String, List<Threshold>> of(List<HistoryItem> items, Set<String> names) {
    Map<String, Deque<HistoryItem>> configurations = new HashMap<>();
    for (HistoryItem item : items) {
      if (item.type().equals(CONFIGURATION) && names.contains(item.alarmName())) {
        Deque<HistoryItem> own =
            configurations.computeIfAbsent(item.alarmName(), name -> new ArrayDeque<>());
        own.add(item);
        if (own.size() > MOST) {
          own.removeFirst();
        }
      }
    }
    Map<String, List<Threshold>> thresholds = new HashMap<>();
    configurations.values().removeIf(own -> own.size() < 2);
    configurations.forEach((name, own) -> thresholds.put(name, of(own)));
    thresholds.values().removeIf(own -> own.size() < 2);
    return thresholds;
  }

  private static List<Threshold> of(Deque<HistoryItem> configurations) {
    Thresholds thresholds = new Thresholds();
    configurations.forEach(thresholds::take);
    return thresholds.held;
  }

  private void take(HistoryItem item) {
    JsonNode details = details(item);
    JsonNode alarm =
        details.path(CREATED).isObject() ? details.path(CREATED) : details.path(UPDATED);
    if (!alarm.path("threshold").isNumber()) {
      close(item.at());
      return;
    }
    double value = alarm.path("threshold").asDouble();
    String operator = alarm.path("comparisonOperator").asText();
    Side side = Conditions.side(ComparisonOperator.parse(operator));
    if (!isOpen() || held.getLast().value() != value || held.getLast().side() != side) {
      close(item.at());
      held.add(new Threshold(item.at(), Optional.empty(), value, side));
    }
  }

  private boolean isOpen() {
    return !held.isEmpty() && held.getLast().to().isEmpty();
  }

  private void close(Instant at) {
    if (isOpen()) {
      Threshold last = held.removeLast();
      held.add(new Threshold(last.from(), Optional.of(at), last.value(), last.side()));
    }
  }

  private static JsonNode details(HistoryItem item) {
    try {
      return JSON.readTree(item.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A history item that is not JSON: " + item, e);
    }
  }
}
