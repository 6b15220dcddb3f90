package io.tagwatch.cli.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page's own files and Chart.js, read from the class path once. */
final class Assets {
  private static final String CHART =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  static final String STYLE = "page.css";

  /** Runs before anything is painted. */
  private static final String EARLY = "theme.js";

  /** Of the page, in the order in which they run. */
  static final List<String> PAGE =
      List.of("chart.js", "dom.js", "drawing.js", "sections.js", "page.js");

  /** Of a replay, in the order in which they run. */
  static final List<String> REPLAY = List.of("chart.js", "dom.js", "drawing.js", "replay.js");

  private static final Set<String> NAMES =
      Stream.concat(Stream.of(STYLE, EARLY), PAGE.stream()).collect(Collectors.toUnmodifiableSet());

  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private Assets() {}

  static boolean exists(String name) {
    return NAMES.contains(name);
  }

  /** An asset's text; Chart.js without the hint to its source map, which is not served. */
  static String text(String name) {
    return TEXTS.computeIfAbsent(
        name,
        key ->
            key.equals("chart.js")
                ? read(CHART).replaceAll("//# sourceMappingURL=\\S*\\s*$", "")
                : read(key));
  }

  /** The page with these elements for its style and its scripts, asked for by name. */
  static String document(
      String head, Function<String, String> style, Function<String, String> script, String tail) {
    return document("page.html", PAGE, head, style, script, tail);
  }

  /** Any document with these elements for its style and the named scripts. */
  static String document(
      String page,
      List<String> names,
      String head,
      Function<String, String> style,
      Function<String, String> script,
      String tail) {
    String scripts = names.stream().map(script).collect(Collectors.joining("\n"));
    return text(page)
        .replace("<!--head-->", head + "\n" + style.apply(STYLE) + "\n" + script.apply(EARLY))
        .replace("<!--tail-->", tail + "\n" + scripts);
  }

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
