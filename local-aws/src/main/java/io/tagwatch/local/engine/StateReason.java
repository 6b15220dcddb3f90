package io.tagwatch.local.engine;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The sentence that says why an alarm is in its state, as CloudWatch writes it. The forms are taken
 * from state changes of real alarms: "1 datapoint [...] was", and "1 out of the last 1 datapoints
 * [...] was ... (minimum 1 datapoint for OK -> ALARM transition)" when the alarm names its
 * DatapointsToAlarm.
 */
final class StateReason {
  /** From this many on, the values are listed in a sentence of their own... */
  private static final int OWN_SENTENCE = 5;

  /** ...and no more than this many of them. */
  private static final int LISTED = 5;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Evaluation evaluation;
  private final AlarmDefinition alarm;
  private final List<Datapoint> real;
  private final List<Datapoint> deciding;

  private StateReason(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.alarm = evaluation.alarm();
    this.real = evaluation.real();
    Datapoint.Verdict side =
        evaluation.state() == AlarmState.ALARM
            ? Datapoint.Verdict.BREACHING
            : Datapoint.Verdict.NOT_BREACHING;
    this.deciding = real.stream().filter(datapoint -> datapoint.verdict() == side).toList();
  }

  static String of(Evaluation evaluation) {
    return new StateReason(evaluation).text();
  }

  private String text() {
    if (evaluation.state() == AlarmState.INSUFFICIENT_DATA) {
      int periods = alarm.evaluationPeriods();
      return "Insufficient Data: "
          + counted(periods - real.size())
          + be(periods - real.size())
          + " unknown.";
    }
    return "Threshold Crossed: " + (deciding.isEmpty() ? received() : compared()) + ".";
  }

  /** Nothing real is on the deciding side: what was filled in decided. */
  private String received() {
    int periods = alarm.evaluationPeriods();
    return (real.isEmpty() ? "no datapoints were" : counted(real.size()) + be(real.size()))
        + " received for "
        + periods
        + (periods == 1 ? " period" : " periods")
        + filled();
  }

  private String compared() {
    int count = deciding.size();
    boolean ownSentence = count >= OWN_SENTENCE;
    boolean alarming = evaluation.state() == AlarmState.ALARM;
    StringBuilder text = new StringBuilder();
    text.append(
        alarm.datapointsToAlarm().isPresent()
            ? count + " out of the last " + alarm.evaluationPeriods() + " datapoints"
            : counted(count));
    text.append(ownSentence ? "" : " [" + listed() + "]");
    text.append(be(count)).append(alarming ? " " : " not ").append(alarm.operator().words());
    text.append(" the threshold (").append(alarm.threshold()).append(')').append(filled());
    if (ownSentence) {
      text.append(". The most recent datapoints which crossed the threshold: [");
      text.append(listed()).append(']');
    }
    return text.append(minimum(alarming)).toString();
  }

  private String minimum(boolean alarming) {
    if (alarm.datapointsToAlarm().isEmpty()) {
      return "";
    }
    int minimum =
        alarming
            ? alarm.breachesToAlarm()
            : alarm.evaluationPeriods() - alarm.breachesToAlarm() + 1;
    return " (minimum "
        + counted(minimum)
        + (alarming ? " for OK -> ALARM transition)" : " for ALARM -> OK transition)");
  }

  private String filled() {
    int filled = alarm.evaluationPeriods() - real.size();
    String treatment =
        switch (alarm.missingData()) {
          case BREACHING -> "Breaching";
          case NOT_BREACHING -> "NonBreaching";
          case MISSING, IGNORE -> "";
        };
    if (filled == 0 || treatment.isEmpty()) {
      return "";
    }
    return " and "
        + filled
        + " missing"
        + (filled == 1 ? " datapoint was" : " datapoints were")
        + " treated as ["
        + treatment
        + "]";
  }

  private String listed() {
    return deciding.stream()
        .limit(LISTED)
        .map(point -> point.value().orElseThrow() + " (" + TIME.format(point.start()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String counted(int datapoints) {
    return datapoints + (datapoints == 1 ? " datapoint" : " datapoints");
  }

  private static String be(int datapoints) {
    return datapoints == 1 ? " was" : " were";
  }
}
