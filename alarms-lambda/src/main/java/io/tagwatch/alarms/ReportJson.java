package io.tagwatch.alarms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagwatch.alarms.sync.SyncReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The run report as JSON. */
final class ReportJson {
  /** Entries of a list; the rest is counted, so that an answer stays below Lambda's 6 MB. */
  private static final int MOST_ENTRIES = 1_000;

  private static final JsonFactory JSON = new JsonFactory();

  /** How an entry of a list is written. */
  private interface Entry<T> {
    void write(JsonGenerator json, T entry) throws IOException;
  }

  private ReportJson() {}

  /**
   * @param failedMessages for a batch of the queue; empty for a direct invocation
   */
  static void write(SyncReport report, Optional<List<String>> failedMessages, OutputStream out)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      counts(json, report);
      lists(json, report);
      if (!report.places().isEmpty()) {
        places(json, report.places());
      }
      if (failedMessages.isPresent()) {
        failedMessages(json, failedMessages.get());
      }
      json.writeEndObject();
    }
  }

  /** The share of each other region or account in the whole. */
  private static void places(JsonGenerator json, Map<String, SyncReport> places)
      throws IOException {
    json.writeObjectFieldStart("places");
    for (Map.Entry<String, SyncReport> place : places.entrySet()) {
      json.writeObjectFieldStart(place.getKey());
      counts(json, place.getValue());
      json.writeNumberField("errors", place.getValue().errors().size());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, SyncReport report) throws IOException {
    json.writeBooleanField("complete", report.complete());
    json.writeNumberField("servers", report.servers());
    json.writeNumberField("desired", report.desired());
    json.writeNumberField("created", report.created());
    json.writeNumberField("updated", report.updated());
    json.writeNumberField("deleted", report.deleted());
    json.writeNumberField("unchanged", report.unchanged());
    json.writeNumberField("foreign", report.foreign());
    json.writeNumberField("backlog", report.backlog());
    json.writeNumberField("held", report.held());
    json.writeNumberField("reminded", report.reminded());
  }

  private static void lists(JsonGenerator json, SyncReport report) throws IOException {
    list(
        json,
        "rejectedTags",
        report.rejectedTags(),
        (j, tag) -> {
          j.writeStringField("subject", tag.subject());
          j.writeStringField("key", tag.key());
          j.writeStringField("value", tag.value());
          if (tag.column() == 0) {
            j.writeNullField("column");
          } else {
            j.writeNumberField("column", tag.column());
          }
          j.writeStringField("problem", tag.problem());
          j.writeStringField("expected", tag.expected());
        });
    list(
        json,
        "findings",
        report.findings(),
        (j, finding) -> {
          j.writeStringField("subject", finding.subject());
          j.writeStringField("alarm", finding.alarm());
          j.writeStringField("problem", finding.problem());
        });
    list(
        json,
        "errors",
        report.errors(),
        (j, error) -> {
          j.writeStringField("operation", error.operation());
          j.writeStringField("message", error.message());
        });
  }

  private static <T> void list(JsonGenerator json, String name, List<T> entries, Entry<T> entry)
      throws IOException {
    int shown = Math.min(entries.size(), MOST_ENTRIES);
    json.writeArrayFieldStart(name);
    for (T one : entries.subList(0, shown)) {
      json.writeStartObject();
      entry.write(json, one);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField(name + "Omitted", entries.size() - shown);
  }

  private static void failedMessages(JsonGenerator json, List<String> ids) throws IOException {
    json.writeArrayFieldStart("batchItemFailures");
    for (String id : ids) {
      json.writeStartObject();
      json.writeStringField("itemIdentifier", id);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
