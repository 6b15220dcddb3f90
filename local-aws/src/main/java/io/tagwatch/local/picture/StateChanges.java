package io.tagwatch.local.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.local.cloudwatch.HistoryItem;
import io.tagwatch.local.view.AlarmView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The changes of state among the items of a history. */
final class StateChanges {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STATE_UPDATE = "StateUpdate";

  /** Older changes are left out: a picture is of today. */
  private static final Duration SPAN = Duration.ofHours(24);

  /** More are left out, the oldest first, so that a storm cannot make every picture slow. */
  private static final int MOST = 5_000;

  private StateChanges() {}

  /** By alarm name, oldest first. */
  static Map<String, List<AlarmView.Change>> of(List<HistoryItem> items, Instant now) {
    List<HistoryItem> updates =
        items.stream()
            .filter(item -> item.type().equals(STATE_UPDATE))
            .filter(item -> item.at().isAfter(now.minus(SPAN)))
            .toList();
    Map<String, List<AlarmView.Change>> changes = new HashMap<>();
    for (HistoryItem item : updates.subList(Math.max(0, updates.size() - MOST), updates.size())) {
      changes.computeIfAbsent(item.alarmName(), name -> new ArrayList<>()).add(change(item));
    }
    return changes;
  }

  static AlarmView.State state(String word) {
    return switch (word) {
      case "OK" -> AlarmView.State.OK;
      case "ALARM" -> AlarmView.State.ALARM;
      default -> AlarmView.State.NO_DATA;
    };
  }

  private static AlarmView.Change change(HistoryItem item) {
    JsonNode details = details(item);
    return new AlarmView.Change(
        item.at(),
        state(details.path("oldState").path("stateValue").asText("")),
        state(details.path("newState").path("stateValue").asText("")),
        details.path("newState").path("stateReason").asText(""));
  }

  private static JsonNode details(HistoryItem item) {
    try {
      return JSON.readTree(item.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A history item that is not JSON: " + item, e);
    }
  }
}
