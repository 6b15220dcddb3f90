package io.tagwatch.cli.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/** Writes the model for the browser: records as objects, instants in ISO 8601. */
final class PageJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(
              new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));

  private PageJson() {}

  /** Safe inside a script element too: no text in it can end the element. */
  static String of(Record model) {
    try {
      return JSON.writeValueAsString(model).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The page's model cannot be written as JSON", e);
    }
  }
}
