package io.tagwatch.uptime.jsonpath;

import java.util.List;

/**
 * A JSONPath query of RFC 9535. Immutable and thread-safe.
 *
 * <p>Documents are plain values: {@link java.util.Map} for objects, {@link List} for arrays, {@link
 * String}, {@link java.math.BigDecimal}, {@link Boolean} and {@code null}. {@link JsonText} makes
 * them.
 */
public final class JsonPath {
  private final String text;
  private final List<Segment> segments;

  JsonPath(String text, List<Segment> segments) {
    this.text = text;
    this.segments = List.copyOf(segments);
  }

  /**
   * A path at the start of a text, and where it ends.
   *
   * @param end the offset behind the path
   */
  public record Prefix(JsonPath path, int end) {}

  /**
   * Parses a whole text.
   *
   * @throws JsonPathSyntaxException when it is no query
   */
  public static JsonPath parse(String text) {
    Prefix prefix = parsePrefix(text, 0);
    if (prefix.end() != text.length()) {
      throw new JsonPathSyntaxException(
          "unexpected \"" + text.charAt(prefix.end()) + '"', prefix.end());
    }
    return prefix.path();
  }

  /**
   * Parses the longest path that starts at {@code from}; what follows is left alone.
   *
   * @throws JsonPathSyntaxException when no query starts there
   */
  public static Prefix parsePrefix(String text, int from) {
    Scanner scanner = new Scanner(text, from);
    List<Segment> segments = new PathParser(scanner).query();
    return new Prefix(
        new JsonPath(text.substring(from, scanner.position()), segments), scanner.position());
  }

  /**
   * The values that the query selects, in order.
   *
   * @throws TooMuchWorkException when it visits more values than {@link Walk#BUDGET}
   */
  public List<Object> select(Object document) {
    return new Walk(document).select(segments, document);
  }

  @Override
  public String toString() {
    return text;
  }
}
