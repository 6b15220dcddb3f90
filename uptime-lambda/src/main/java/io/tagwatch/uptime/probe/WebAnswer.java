package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.expect.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** The answer to a request: its headers, and its body as it was before it was packed. */
final class WebAnswer implements Observation.HeaderLookup {
  private static final Pattern CHARSET =
      Pattern.compile("charset=\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final ClassicHttpResponse response;

  WebAnswer(ClassicHttpResponse response) {
    this.response = response;
  }

  int status() {
    return response.getCode();
  }

  @Override
  public Optional<String> header(String name) {
    Header[] headers = response.getHeaders(name);
    return headers.length == 0
        ? Optional.empty()
        : Optional.of(
            Arrays.stream(headers).map(WebAnswer::value).collect(Collectors.joining(", ")));
  }

  /** All headers, in the order of the answer. */
  Header[] headers() {
    return response.getHeaders();
  }

  /** The values of a header, one by one. */
  java.util.List<String> values(String name) {
    return Arrays.stream(response.getHeaders(name)).map(WebAnswer::value).toList();
  }

  /** As the header content-type says; UTF-8 where it does not, or names one that is unknown. */
  Charset charset() {
    Matcher matcher = CHARSET.matcher(header("content-type").orElse(""));
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** The body, unpacked though nobody asked for packing: some servers do it all the same. */
  InputStream body() throws IOException {
    if (response.getEntity() == null) {
      return InputStream.nullInputStream();
    }
    InputStream raw = response.getEntity().getContent();
    String encoding =
        header("content-encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(raw);
      case "deflate" -> new InflaterInputStream(raw);
      default -> raw;
    };
  }

  static boolean mayHaveBody(String method, int status) {
    return !method.equals("HEAD")
        && status != NO_CONTENT
        && status != NOT_MODIFIED
        && status >= 200;
  }

  private static String value(Header header) {
    return header.getValue() == null ? "" : header.getValue();
  }
}
