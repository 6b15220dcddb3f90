package io.tagwatch.local.engine;

import java.time.Duration;
import java.util.List;

/** What the names in an expression stand for. */
interface MathScope {

  /** The result of a query. */
  MathValue value(String id);

  /** The metrics, not the expressions, whose id contains a text. */
  List<MathValue.Labelled> metrics(String containing);

  /**
   * @throws InvalidDefinition unless the query is a metric
   */
  Duration periodOfMetric(String id);

  /** A series of gaps over the whole time that is asked for. */
  TimeSeries blank();
}
