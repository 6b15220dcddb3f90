package io.tagwatch.notify.message;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * A series as the console's metrics page takes it in its address: objects as {@code ~(key~value)},
 * texts as {@code ~'text}, in which anything but letters, digits, {@code _}, {@code -} and {@code
 * .} is a star and its code in hexadecimal digits.
 */
final class MetricGraph {
  private static final Duration BEFORE = Duration.ofHours(3);
  private static final Duration AFTER = Duration.ofHours(1);

  private MetricGraph() {}

  static String of(AlarmFacts.Metric metric, String region, Optional<Instant> at) {
    StringBuilder graph = new StringBuilder("~(view~'timeSeries~stacked~false~metrics~(~(");
    text(graph, metric.namespace());
    text(graph, metric.name());
    for (Map.Entry<String, String> dimension : metric.dimensions().entrySet()) {
      text(graph, dimension.getKey());
      text(graph, dimension.getValue());
    }
    graph.append("))");
    member(graph, "region", region);
    member(graph, "stat", Statistics.name(metric.statistic()));
    if (metric.period() > 0) {
      graph.append("~period~").append(metric.period());
    }
    if (at.isPresent()) {
      member(graph, "start", minute(at.get().minus(BEFORE)));
      member(graph, "end", minute(at.get().plus(AFTER)));
    } else {
      member(graph, "start", "-PT3H");
      member(graph, "end", "P0D");
    }
    return graph.append(')').toString();
  }

  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static void member(StringBuilder graph, String key, String value) {
    graph.append('~').append(key);
    text(graph, value);
  }

  private static void text(StringBuilder graph, String text) {
    graph.append("~'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '_'
              || c == '-'
              || c == '.';
      if (plain) {
        graph.append(c);
      } else if (c < 0x100) {
        graph
            .append('*')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      } else {
        graph.append("**").append(java.util.HexFormat.of().toHexDigits(c));
      }
    }
  }
}
