package io.tagwatch.cli.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads exported series. CSV: a time, a value and, if there are several, a name, under a header
 * such as {@code timestamp,value,server} or without one in this order. JSON: what the AWS CLI
 * prints of get-metric-data or get-metric-statistics, or a list of objects with the keys of the
 * CSV.
 */
public final class SeriesFile {
  /** Why a file cannot be used; one sentence with place and remedy. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  private static final Set<String> TIMES = Set.of("timestamp", "time", "date");
  private static final Set<String> VALUES =
      Set.of("value", "average", "maximum", "minimum", "sum", "samplecount");
  private static final Set<String> NAMES = Set.of("server", "series", "label", "instance", "name");
  private static final String ONLY = "series";

  private final SortedMap<String, SortedMap<Instant, Double>> series = new TreeMap<>();

  private SeriesFile() {}

  /**
   * Reads the whole text of a file.
   *
   * @throws Unreadable with the place of the first mistake
   */
  public static ExportedSeries read(String text) throws Unreadable {
    SeriesFile file = new SeriesFile();
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      file.json(text);
    } else {
      file.csv(text);
    }
    if (file.series.isEmpty()) {
      throw new Unreadable("holds no value; write a time and a value on each line");
    }
    return new ExportedSeries(file.series);
  }

  private void csv(String text) throws Unreadable {
    List<String> lines = text.lines().toList();
    int[] columns = {0, 1, 2};
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.replace("\"", "").split("[,;\t]", -1);
      if (i == 0 && isHeader(cells)) {
        columns = header(cells);
        continue;
      }
      if (cells.length <= Math.max(columns[0], columns[1])) {
        throw new Unreadable("line %d has no time and value: %s".formatted(i + 1, line));
      }
      boolean named = columns[2] >= 0 && columns[2] < cells.length;
      String name = named ? cells[columns[2]].strip() : ONLY;
      put(name, cells[columns[0]], cells[columns[1]], "line " + (i + 1));
    }
  }

  private static boolean isHeader(String[] cells) {
    return List.of(cells).stream().map(SeriesFile::word).anyMatch(TIMES::contains);
  }

  private static int[] header(String[] cells) throws Unreadable {
    int[] columns = {-1, -1, -1};
    for (int i = 0; i < cells.length; i++) {
      String word = word(cells[i]);
      int column =
          TIMES.contains(word) ? 0 : VALUES.contains(word) ? 1 : NAMES.contains(word) ? 2 : -1;
      if (column >= 0 && columns[column] < 0) {
        columns[column] = i;
      }
    }
    if (columns[1] < 0) {
      throw new Unreadable("the header names no value; call a column value");
    }
    return columns;
  }

  private void json(String text) throws Unreadable {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new Unreadable("is not JSON: " + e.getOriginalMessage());
    }
    if (root.has("MetricDataResults")) {
      for (JsonNode result : root.get("MetricDataResults")) {
        metricData(result);
      }
    } else if (root.has("Datapoints")) {
      String name = root.path("Label").asText(ONLY);
      rows(root.get("Datapoints"), name);
    } else if (root.isArray()) {
      rows(root, ONLY);
    } else {
      throw new Unreadable(
          "has neither MetricDataResults nor Datapoints; write what aws cloudwatch get-metric-data"
              + " prints");
    }
  }

  private void metricData(JsonNode result) throws Unreadable {
    String name = result.path("Label").asText(result.path("Id").asText(ONLY));
    JsonNode times = result.path("Timestamps");
    JsonNode values = result.path("Values");
    if (times.size() != values.size()) {
      throw new Unreadable(name + " has as many Timestamps as Values only in a whole answer");
    }
    for (int i = 0; i < times.size(); i++) {
      put(name, times.get(i).asText(), values.get(i).asText(), name + ", value " + (i + 1));
    }
  }

  private void rows(JsonNode rows, String otherwise) throws Unreadable {
    int position = 1;
    for (JsonNode row : rows) {
      String name = field(row, NAMES);
      put(
          name.isEmpty() ? otherwise : name,
          field(row, TIMES),
          field(row, VALUES),
          "item " + position++);
    }
  }

  private static String field(JsonNode row, Set<String> names) {
    for (var field : row.properties()) {
      if (names.contains(word(field.getKey()))) {
        return field.getValue().asText();
      }
    }
    return "";
  }

  private void put(String name, String time, String value, String place) throws Unreadable {
    try {
      double number = Double.parseDouble(value.strip());
      if (!Double.isFinite(number)) {
        throw new NumberFormatException();
      }
      series.computeIfAbsent(name, key -> new TreeMap<>()).put(time(time.strip()), number);
    } catch (NumberFormatException e) {
      throw new Unreadable("%s: \"%s\" is not a number".formatted(place, value));
    } catch (DateTimeException e) {
      throw new Unreadable(
          "%s: \"%s\" is not a time; write 2026-11-21T08:00:00Z".formatted(place, time));
    }
  }

  private static Instant time(String text) {
    if (text.matches("\\d{9,11}(\\.0*)?")) {
      return Instant.ofEpochSecond(Long.parseLong(text.replaceAll("\\..*", "")));
    }
    String iso = text.replace(' ', 'T').replaceAll("/", "-");
    return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
        ? OffsetDateTime.parse(iso.replaceAll("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  private static String word(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }
}
