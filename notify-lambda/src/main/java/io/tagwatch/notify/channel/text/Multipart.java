package io.tagwatch.notify.channel.text;

import io.tagwatch.notify.http.HttpContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A form with files (RFC 7578). Names and values come from us or from JSON, where a line cannot
 * begin with the boundary. Not thread-safe.
 */
public final class Multipart {
  private static final String BOUNDARY = "tagwatch-9f4c1d7a2b6e";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1_024);

  /** A field of text; one line. */
  public Multipart text(String name, String value) {
    write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
    write(value.replace('\r', ' ').replace('\n', ' ') + "\r\n");
    return this;
  }

  public Multipart file(String name, String file, String type, byte[] content) {
    write(
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"; filename=\""
            + file
            + "\"\r\nContent-Type: "
            + type
            + "\r\n\r\n");
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  public HttpContent build() {
    write("--" + BOUNDARY + "--\r\n");
    return new HttpContent("multipart/form-data; boundary=" + BOUNDARY, bytes.toByteArray());
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
