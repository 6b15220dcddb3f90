package io.tagwatch.notify.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the sentence {@code NewStateReason} tells besides words. Known forms:
 *
 * <pre>
 * Threshold Crossed: 3 out of the last 3 datapoints [96.4 (21/11/26 03:10:00), …] were greater than the threshold (90.0) (minimum …
 * Threshold Crossed: 5 out of the last 5 datapoints were less than … The most recent datapoints which crossed the threshold: [0.0 (…)] …
 * Threshold Crossed: 1 datapoint (41.32) was greater than or equal to …
 * Thresholds Crossed: 1 out of the last 4 datapoints [537.0 (…)] was less than the lower thresholds [193.3] or greater than the upper thresholds [531.4] …
 * </pre>
 *
 * @param newest the value of the newest datapoint listed
 * @param values of the datapoints listed, in the order of time
 * @param upper the newest upper bound of an anomaly band
 * @param lower the newest lower bound of an anomaly band
 */
record StateReason(
    Optional<BigDecimal> newest,
    List<BigDecimal> values,
    Optional<BigDecimal> lower,
    Optional<BigDecimal> upper) {

  private record Datapoint(BigDecimal value, Instant at) {}

  static StateReason parse(String reason) {
    List<Datapoint> datapoints = new ArrayList<>();
    for (int open = reason.indexOf('['); open >= 0 && datapoints.isEmpty(); ) {
      int close = reason.indexOf(']', open);
      if (close < 0) {
        break;
      }
      datapoints.addAll(datapoints(reason.substring(open + 1, close)));
      open = reason.indexOf('[', close);
    }
    List<BigDecimal> values = values(datapoints);
    return new StateReason(
        values.isEmpty() ? bare(reason) : Optional.of(values.getLast()),
        values,
        bound(reason, "lower thresholds ["),
        bound(reason, "upper thresholds ["));
  }

  /** The first of the values in brackets that messages listed until 2017, the newest first. */
  private static Optional<BigDecimal> bare(String reason) {
    int words = reason.indexOf(" datapoint");
    int open = words < 0 ? -1 : reason.indexOf(" (", words);
    int close = open < 0 ? -1 : reason.indexOf(')', open);
    boolean listed = close > 0 && open - words <= " datapoints".length();
    return listed
        ? Numbers.parse(reason.substring(open + 2, close).split(",", 2)[0])
        : Optional.empty();
  }

  private static List<Datapoint> datapoints(String list) {
    List<Datapoint> found = new ArrayList<>();
    for (String item : list.split(",")) {
      int open = item.indexOf('(');
      int close = item.indexOf(')', open + 1);
      if (open > 0 && close > open) {
        Optional<BigDecimal> value = Numbers.parse(item.substring(0, open));
        Optional<Instant> at = Times.ofReason(item.substring(open + 1, close));
        if (value.isPresent() && at.isPresent()) {
          found.add(new Datapoint(value.get(), at.get()));
        }
      }
    }
    return found;
  }

  private static List<BigDecimal> values(List<Datapoint> datapoints) {
    datapoints.sort(Comparator.comparing(Datapoint::at));
    List<BigDecimal> values = new ArrayList<>();
    for (Datapoint datapoint : datapoints) {
      values.add(datapoint.value());
    }
    return values;
  }

  private static Optional<BigDecimal> bound(String reason, String words) {
    int start = reason.indexOf(words);
    if (start < 0) {
      return Optional.empty();
    }
    int from = start + words.length();
    int close = reason.indexOf(']', from);
    return close < 0
        ? Optional.empty()
        : Numbers.parse(reason.substring(from, close).split(",", 2)[0]);
  }
}
