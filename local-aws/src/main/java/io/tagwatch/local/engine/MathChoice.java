package io.tagwatch.local.engine;

import java.util.List;

/**
 * IF(condition, trueValue, falseValue), period by period. Any number but 0 is true. Where the
 * condition has a gap, the result has one; where a condition that is a series is true and trueValue
 * has a gap, the result is 0; where the condition is false and falseValue has a gap or is left out,
 * the result has a gap.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#using-IF-expressions">Using
 *     IF expressions</a>
 */
final class MathChoice {
  private final MathValue condition;
  private final MathValue whenTrue;
  private final MathValue whenFalse;

  private MathChoice(List<MathValue> arguments) {
    condition = arguments.get(0);
    whenTrue = arguments.get(1);
    whenFalse = arguments.size() == 3 ? arguments.get(2) : new MathValue.Scalar(Double.NaN);
  }

  static MathValue of(List<MathValue> arguments) {
    TimeSeries grid = null;
    for (MathValue argument : arguments) {
      switch (argument) {
        case MathValue.Many _ ->
            throw new InvalidDefinition("IF does not take arrays of time series");
        case MathValue.Single single -> {
          grid = grid == null ? single.series() : grid;
          grid.requireSameGrid(single.series());
        }
        case MathValue.Scalar _ -> {}
      }
    }
    if (grid == null) {
      throw new InvalidDefinition("IF needs a time series among its arguments");
    }
    return new MathChoice(arguments).over(grid);
  }

  private MathValue over(TimeSeries grid) {
    double[] values = new double[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(i);
    }
    return new MathValue.Single(grid.with(values));
  }

  private double at(int i) {
    double decision = at(condition, i);
    if (Double.isNaN(decision)) {
      return Double.NaN;
    }
    if (decision == 0) {
      return at(whenFalse, i);
    }
    double value = at(whenTrue, i);
    boolean zeroForGap = Double.isNaN(value) && condition instanceof MathValue.Single;
    return zeroForGap ? 0 : value;
  }

  private static double at(MathValue value, int i) {
    return switch (value) {
      case MathValue.Scalar scalar -> scalar.value();
      case MathValue.Single single -> single.series().value(i);
      case MathValue.Many _ -> throw new IllegalStateException("refused before");
    };
  }
}
