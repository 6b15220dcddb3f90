package io.tagwatch.local.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The datapoints that a StateReasonData names as evaluated. */
final class DecidingDatapoints {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);

  private DecidingDatapoints() {}

  /**
   * Their starts; none for a state that was set by hand or never decided.
   *
   * @param reasonData may be null, and may be anything when somebody set the state
   */
  static Set<Instant> of(String reasonData) {
    Set<Instant> starts = new HashSet<>();
    if (reasonData != null) {
      for (JsonNode datapoint : parse(reasonData).path("evaluatedDatapoints")) {
        add(datapoint.path("timestamp").asText(""), starts);
      }
    }
    return starts;
  }

  private static void add(String timestamp, Set<Instant> starts) {
    try {
      starts.add(OffsetDateTime.parse(timestamp, TIME).toInstant());
    } catch (DateTimeException notOurs) {
      // Whoever set the state by hand may write what they like.
    }
  }

  private static JsonNode parse(String reasonData) {
    try {
      return JSON.readTree(reasonData);
    } catch (JsonProcessingException notJson) {
      return JSON.createObjectNode();
    }
  }
}
