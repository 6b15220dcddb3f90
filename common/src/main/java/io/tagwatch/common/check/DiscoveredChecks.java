package io.tagwatch.common.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagwatch.common.config.Durations;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The list that alarms-lambda leaves for uptime-lambda in the deployment's bucket, in the form of
 * {@code checks.yaml}: {@code {"checks": [{"name": …, "url": …, "timeout": "3s", "expect": ["status
 * in 200..204"]}]}}.
 */
public final class DiscoveredChecks {
  /** Where it is kept. */
  public static final String KEY = "checks/discovered.json";

  private static final JsonFactory JSON = new JsonFactory();

  private DiscoveredChecks() {}

  /** As one JSON object; equal lists give equal texts. */
  public static String print(List<DiscoveredCheck> checks) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("checks");
      for (DiscoveredCheck check : checks) {
        print(check, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private static void print(DiscoveredCheck check, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", check.name());
    json.writeStringField("url", check.url().toString());
    if (check.timeout().isPresent()) {
      json.writeStringField("timeout", Durations.print(check.timeout().get()));
    }
    if (check.status().isPresent()) {
      json.writeArrayFieldStart("expect");
      json.writeString("status in " + check.status().get());
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
