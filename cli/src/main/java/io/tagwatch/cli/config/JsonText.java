package io.tagwatch.cli.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.tagwatch.common.config.Node;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A document as JSON: what Terraform's {@code jsonencode(yamldecode(…))} makes of the YAML files,
 * and what the functions read. Numbers stay exact, keys keep their order.
 */
public final class JsonText {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private JsonText() {}

  public static String of(Node root) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(root, json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private static void write(Node node, JsonGenerator json) throws IOException {
    switch (node) {
      case Node.Text text -> json.writeString(text.value());
      case Node.Numeric numeric -> json.writeNumber(numeric.value());
      case Node.Flag flag -> json.writeBoolean(flag.value());
      case Node.Empty _ -> json.writeNull();
      case Node.Items items -> {
        json.writeStartArray();
        for (Node item : items.values()) {
          write(item, json);
        }
        json.writeEndArray();
      }
      case Node.Fields fields -> {
        json.writeStartObject();
        for (Map.Entry<String, Node> member : fields.values().entrySet()) {
          json.writeFieldName(member.getKey());
          write(member.getValue(), json);
        }
        json.writeEndObject();
      }
    }
  }
}
