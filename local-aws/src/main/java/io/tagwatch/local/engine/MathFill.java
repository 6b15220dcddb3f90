package io.tagwatch.local.engine;

import java.util.function.UnaryOperator;

/** FILL: what stands in the gaps of a series. */
final class MathFill {
  private MathFill() {}

  static MathValue of(MathValue value, MathNode filler, MathEvaluation evaluation) {
    return value.mapSeries(filling(filler, evaluation)::apply);
  }

  private static UnaryOperator<TimeSeries> filling(MathNode filler, MathEvaluation evaluation) {
    if (filler instanceof MathNode.Word(String word)) {
      return switch (word) {
        case "REPEAT" -> SeriesTransforms::repeated;
        case "LINEAR" -> SeriesTransforms::interpolated;
        default ->
            throw new InvalidDefinition(
                "FILL takes a number, a time series, REPEAT or LINEAR, not " + word);
      };
    }
    return switch (evaluation.of(filler)) {
      case MathValue.Scalar scalar ->
          series ->
              SeriesTransforms.filled(series, SeriesTransforms.constant(series, scalar.value()));
      case MathValue.Single single -> series -> SeriesTransforms.filled(series, single.series());
      case MathValue.Many _ ->
          throw new InvalidDefinition("FILL cannot fill from an array of time series");
    };
  }
}
