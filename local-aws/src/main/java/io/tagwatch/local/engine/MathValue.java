package io.tagwatch.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** What a part of a metric math expression amounts to: S, TS or TS[] in the user guide's words. */
sealed interface MathValue {

  /** A number; NaN when there is none, as the average of no datapoints. */
  record Scalar(double value) implements MathValue {}

  /** A time series. */
  record Single(TimeSeries series) implements MathValue {}

  /** An array of time series. */
  record Many(List<Labelled> items) implements MathValue {}

  /** One of an array, with the label of the metric it comes from. */
  record Labelled(String label, TimeSeries series) {}

  /** The value with every number passed through a function; gaps stay. */
  default MathValue map(DoubleUnaryOperator function) {
    return switch (this) {
      case Scalar scalar -> new Scalar(function.applyAsDouble(scalar.value()));
      case Single _, Many _ -> mapSeries(series -> mapped(series, function));
    };
  }

  /** The value with every series passed through a function; a scalar is refused. */
  default MathValue mapSeries(Function<TimeSeries, TimeSeries> function) {
    return switch (this) {
      case Scalar _ -> throw new InvalidDefinition("a time series is needed, not a single number");
      case Single single -> new Single(function.apply(single.series()));
      case Many many ->
          new Many(
              many.items().stream()
                  .map(item -> new Labelled(item.label(), function.apply(item.series())))
                  .toList());
    };
  }

  /**
   * Combines two values number by number. Between two series, a gap in only one of them counts as
   * 0: "Missing values in a time series are treated as 0."
   */
  static MathValue combined(MathOperator operator, MathValue left, MathValue right) {
    return switch (left) {
      case Scalar a -> right.map(b -> operator.apply(a.value(), b));
      case Single a ->
          switch (right) {
            case Scalar b -> left.map(x -> operator.apply(x, b.value()));
            case Single b -> new Single(paired(operator, a.series(), b.series()));
            case Many b -> b.mapSeries(each -> paired(operator, a.series(), each));
          };
      case Many a ->
          switch (right) {
            case Scalar b -> a.map(x -> operator.apply(x, b.value()));
            case Single b -> a.mapSeries(each -> paired(operator, each, b.series()));
            case Many _ ->
                throw new InvalidDefinition(
                    "an operator cannot stand between two arrays of time series");
          };
    };
  }

  /** All series of several values in one array. */
  static Many joined(List<MathValue> values) {
    List<Labelled> items = new ArrayList<>();
    for (MathValue value : values) {
      switch (value) {
        case Scalar _ -> throw new InvalidDefinition("an array can hold time series only");
        case Single single -> items.add(new Labelled("", single.series()));
        case Many many -> items.addAll(many.items());
      }
    }
    return new Many(items);
  }

  private static TimeSeries mapped(TimeSeries series, DoubleUnaryOperator function) {
    double[] values = new double[series.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = series.has(i) ? function.applyAsDouble(series.value(i)) : Double.NaN;
    }
    return series.with(values);
  }

  private static TimeSeries paired(MathOperator operator, TimeSeries left, TimeSeries right) {
    left.requireSameGrid(right);
    double[] values = new double[left.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          left.has(i) || right.has(i)
              ? operator.apply(left.valueOrZero(i), right.valueOrZero(i))
              : Double.NaN;
    }
    return left.with(values);
  }
}
