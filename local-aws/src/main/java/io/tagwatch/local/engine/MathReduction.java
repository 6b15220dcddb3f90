package io.tagwatch.local.engine;

import java.util.Arrays;

/**
 * The functions that make one number of many: a scalar of a time series, or a time series of an
 * array, timestamp by timestamp.
 */
enum MathReduction {
  SUM {
    @Override
    double of(double[] present, int all) {
      return present.length == 0 ? Double.NaN : Arrays.stream(present).sum();
    }
  },

  /** "Missing values are treated as 0": divides by all, present or not. */
  AVG {
    @Override
    double of(double[] present, int all) {
      return present.length == 0 ? Double.NaN : Arrays.stream(present).sum() / all;
    }
  },
  MIN {
    @Override
    double of(double[] present, int all) {
      return Arrays.stream(present).min().orElse(Double.NaN);
    }
  },
  MAX {
    @Override
    double of(double[] present, int all) {
      return Arrays.stream(present).max().orElse(Double.NaN);
    }
  },

  /** Of the population, that is divided by n; the user guide does not say which. */
  STDDEV {
    @Override
    double of(double[] present, int all) {
      double mean = Arrays.stream(present).average().orElse(Double.NaN);
      return Math.sqrt(
          Arrays.stream(present).map(x -> (x - mean) * (x - mean)).average().orElse(Double.NaN));
    }
  },
  DATAPOINT_COUNT {
    @Override
    double of(double[] present, int all) {
      return present.length;
    }
  };

  /**
   * @param present the numbers that there are
   * @param all how many there could have been
   */
  abstract double of(double[] present, int all);

  MathValue of(MathValue value, TimeSeries blank) {
    return switch (value) {
      case MathValue.Scalar _ ->
          throw new InvalidDefinition(name() + " needs a time series, not a single number");
      case MathValue.Single single -> new MathValue.Scalar(of(single.series()));
      case MathValue.Many many -> new MathValue.Single(of(many, blank));
    };
  }

  private double of(TimeSeries series) {
    double[] present = new double[series.size()];
    int count = 0;
    for (int i = 0; i < series.size(); i++) {
      if (series.has(i)) {
        present[count++] = series.value(i);
      }
    }
    return of(Arrays.copyOf(present, count), series.size());
  }

  private TimeSeries of(MathValue.Many many, TimeSeries blank) {
    TimeSeries grid = many.items().isEmpty() ? blank : many.items().getFirst().series();
    many.items().forEach(item -> grid.requireSameGrid(item.series()));
    double[] values = new double[grid.size()];
    for (int i = 0; i < values.length; i++) {
      int at = i;
      double[] present =
          many.items().stream()
              .map(MathValue.Labelled::series)
              .filter(series -> series.has(at))
              .mapToDouble(series -> series.value(at))
              .toArray();
      values[i] = of(present, many.items().size());
    }
    return grid.with(values);
  }
}
