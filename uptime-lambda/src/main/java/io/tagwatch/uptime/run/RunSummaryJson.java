package io.tagwatch.uptime.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.ProbeResult;
import java.io.IOException;
import java.io.OutputStream;

/** A run summary as the handler answers it. What does not apply is null. */
public final class RunSummaryJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final double NANOS_PER_MILLI = 1e6;

  private RunSummaryJson() {}

  /** Writes one object; does not close the stream. */
  public static void write(RunSummary summary, OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("time", summary.time().toString());
    json.writeNumberField("checks", summary.checks());
    json.writeNumberField("up", summary.up());
    json.writeNumberField("down", summary.down());
    json.writeNumberField("dropped", summary.dropped());
    json.writeBooleanField("blind", summary.blind());
    json.writeNumberField("publishFailures", summary.publishFailures());
    json.writeArrayFieldStart("results");
    for (ProbeResult result : summary.results()) {
      result(json, result);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private static void result(JsonGenerator json, ProbeResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", result.name());
    json.writeBooleanField("up", result.up());
    json.writeStringField("reason", result.failure().map(f -> f.reason().code()).orElse(null));
    json.writeStringField("phase", result.failure().map(f -> f.phase().code()).orElse(null));
    json.writeStringField("detail", result.failure().map(Failure::detail).orElse(null));
    json.writeNumberField(
        "latencyMs", Math.round(result.latency().toNanos() / NANOS_PER_MILLI * 10) / 10.0);
    if (result.status().isPresent()) {
      json.writeNumberField("status", result.status().getAsInt());
    } else {
      json.writeNullField("status");
    }
    if (result.certificateDaysLeft().isPresent()) {
      json.writeNumberField("certificateDaysLeft", result.certificateDaysLeft().getAsLong());
    } else {
      json.writeNullField("certificateDaysLeft");
    }
    json.writeEndObject();
  }
}
