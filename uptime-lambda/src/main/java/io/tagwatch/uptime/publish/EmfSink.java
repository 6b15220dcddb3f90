package io.tagwatch.uptime.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Metrics as lines of the log, one object for each check, in the embedded metric format. CloudWatch
 * Logs extracts them, at least once; nobody says which it could not read.
 */
public final class EmfSink implements MetricSink {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String DIMENSION = "Check";

  private final PrintStream out;
  private final String namespace;

  /**
   * @param out standard output, in a function
   * @param namespace such as {@code Tagwatch/Uptime}
   */
  public EmfSink(PrintStream out, String namespace) {
    this.out = out;
    this.namespace = namespace;
  }

  @Override
  public Delivery put(List<Datum> batch, Duration limit) {
    StringBuilder lines = new StringBuilder();
    List<Datum> together = new ArrayList<>();
    for (Datum datum : batch) {
      if (!together.isEmpty() && !belongs(datum, together)) {
        lines.append(line(together)).append('\n');
        together.clear();
      }
      together.add(datum);
    }
    if (!together.isEmpty()) {
      lines.append(line(together)).append('\n');
    }
    out.append(lines);
    return out.checkError() ? new Delivery.Lost("standard output is closed") : new Delivery.Taken();
  }

  /** A metric stands in an object once: its value is a member of that name. */
  private static boolean belongs(Datum datum, List<Datum> together) {
    Datum first = together.getFirst();
    return together.size() < EmfLimits.METRICS_PER_DIRECTIVE
        && first.check().equals(datum.check())
        && first.timestamp().equals(datum.timestamp())
        && together.stream().noneMatch(other -> other.metric().equals(datum.metric()));
  }

  private String line(List<Datum> together) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      directive(together, json);
      if (together.getFirst().check().isPresent()) {
        json.writeStringField(DIMENSION, together.getFirst().check().get());
      }
      for (Datum datum : together) {
        json.writeNumberField(datum.metric(), datum.value());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private void directive(List<Datum> together, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", together.getFirst().timestamp().toEpochMilli());
    json.writeArrayFieldStart("CloudWatchMetrics");
    json.writeStartObject();
    json.writeStringField("Namespace", namespace);
    json.writeArrayFieldStart("Dimensions");
    json.writeStartArray();
    if (together.getFirst().check().isPresent()) {
      json.writeString(DIMENSION);
    }
    json.writeEndArray();
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    for (Datum datum : together) {
      json.writeStartObject();
      json.writeStringField("Name", datum.metric());
      json.writeStringField("Unit", datum.unit().spelling());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
