package io.tagwatch.local.engine;

import java.util.List;

/** Computes a parsed expression. */
final class MathEvaluation {
  private final MathScope scope;

  MathEvaluation(MathScope scope) {
    this.scope = scope;
  }

  MathValue of(MathNode node) {
    return switch (node) {
      case MathNode.Constant constant -> new MathValue.Scalar(constant.value());
      case MathNode.Reference reference -> scope.value(reference.id());
      case MathNode.Several several ->
          MathValue.joined(several.items().stream().map(this::of).toList());
      case MathNode.Negation negation -> of(negation.operand()).map(x -> -x);
      case MathNode.Operation operation ->
          MathValue.combined(operation.operator(), of(operation.left()), of(operation.right()));
      case MathNode.Call call -> call(call.function(), call.arguments());
      case MathNode.Text text ->
          throw new InvalidDefinition("unexpected text \"" + text.value() + "\"");
      case MathNode.Word word -> throw new InvalidDefinition("unexpected word " + word.value());
    };
  }

  private MathValue call(MathFunction function, List<MathNode> arguments) {
    return switch (function) {
      case METRICS -> new MathValue.Many(scope.metrics(textOf(arguments)));
      case PERIOD -> period(arguments.getFirst());
      case FILL -> MathFill.of(of(arguments.getFirst()), arguments.get(1), this);
      case IF -> MathChoice.of(arguments.stream().map(this::of).toList());
      case TIME_SERIES -> constant(of(arguments.getFirst()));
      default -> ofOne(function, of(arguments.getFirst()));
    };
  }

  private MathValue ofOne(MathFunction function, MathValue value) {
    return switch (function) {
      case ABS -> seriesOnly(value).map(Math::abs);
      case CEIL -> seriesOnly(value).map(Math::ceil);
      case FLOOR -> seriesOnly(value).map(Math::floor);
      case LOG -> seriesOnly(value).map(Math::log);
      case LOG10 -> seriesOnly(value).map(Math::log10);
      case SUM -> MathReduction.SUM.of(value, scope.blank());
      case AVG -> MathReduction.AVG.of(value, scope.blank());
      case MIN -> MathReduction.MIN.of(value, scope.blank());
      case MAX -> MathReduction.MAX.of(value, scope.blank());
      case STDDEV -> MathReduction.STDDEV.of(value, scope.blank());
      case DATAPOINT_COUNT -> MathReduction.DATAPOINT_COUNT.of(value, scope.blank());
      case METRIC_COUNT -> new MathValue.Scalar(array(function, value).items().size());
      case FIRST, LAST -> end(function, array(function, value));
      case REMOVE_EMPTY -> withoutEmpty(array(function, value));
      case DIFF -> value.mapSeries(each -> SeriesTransforms.stepwise(each, (by, s) -> by));
      case DIFF_TIME -> value.mapSeries(each -> SeriesTransforms.stepwise(each, (by, s) -> s));
      case RATE -> value.mapSeries(each -> SeriesTransforms.stepwise(each, (by, s) -> by / s));
      case RUNNING_SUM -> value.mapSeries(SeriesTransforms::runningSum);
      default -> byTime(function, value);
    };
  }

  private static MathValue byTime(MathFunction function, MathValue value) {
    return value.mapSeries(
        each ->
            SeriesTransforms.byTime(
                each,
                time ->
                    switch (function) {
                      case MINUTE -> time.getMinute();
                      case HOUR -> time.getHour();
                      case DAY -> time.getDayOfWeek().getValue();
                      case DATE -> time.getDayOfMonth();
                      case MONTH -> time.getMonthValue();
                      case YEAR -> time.getYear();
                      case EPOCH -> time.toEpochSecond();
                      default -> throw new IllegalStateException(function.name());
                    }));
  }

  private static MathValue seriesOnly(MathValue value) {
    return value.mapSeries(series -> series);
  }

  private static MathValue.Many array(MathFunction function, MathValue value) {
    if (value instanceof MathValue.Many many) {
      return many;
    }
    throw new InvalidDefinition(function.name() + " needs an array of time series");
  }

  private MathValue end(MathFunction function, MathValue.Many many) {
    if (many.items().isEmpty()) {
      return new MathValue.Single(scope.blank());
    }
    return new MathValue.Single(
        function == MathFunction.FIRST
            ? many.items().getFirst().series()
            : many.items().getLast().series());
  }

  private static MathValue withoutEmpty(MathValue.Many many) {
    return new MathValue.Many(
        many.items().stream().filter(item -> !item.series().isEmpty()).toList());
  }

  private MathValue constant(MathValue value) {
    if (value instanceof MathValue.Scalar scalar) {
      return new MathValue.Single(SeriesTransforms.constant(scope.blank(), scalar.value()));
    }
    throw new InvalidDefinition("TIME_SERIES needs a single number");
  }

  private MathValue period(MathNode argument) {
    if (argument instanceof MathNode.Reference reference) {
      return new MathValue.Scalar(scope.periodOfMetric(reference.id()).toSeconds());
    }
    throw new InvalidDefinition("PERIOD needs a metric, not the result of an expression");
  }

  private static String textOf(List<MathNode> arguments) {
    if (arguments.isEmpty()) {
      return "";
    }
    if (arguments.getFirst() instanceof MathNode.Text text) {
      return text.value();
    }
    throw new InvalidDefinition("METRICS takes a text in quotes");
  }
}
