package io.tagwatch.cli.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.alarms.alarm.Alarm;

/**
 * A backtest for programs: the range, one entry for each trial, in it one for each subject that
 * would have fired, with every time in alarm.
 */
public final class BacktestJson {
  private BacktestJson() {}

  public static String of(Result result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("alarm", result.alarm());
    root.put("from", result.range().from().toString()).put("to", result.range().to().toString());
    root.put("note", result.range().cut().orElse(null)).put("subjects", result.subjects());
    ArrayNode without = root.putArray("withoutData");
    result.withoutData().forEach(without::add);
    ArrayNode trials = root.putArray("trials");
    result.verdicts().forEach(verdict -> write(verdict, trials.addObject()));
    return root.toPrettyString();
  }

  private static void write(Verdict verdict, ObjectNode json) {
    json.put("severity", verdict.trial().severity().word());
    json.put("today", verdict.trial().candidate().isEmpty());
    json.put("level", verdict.level()).put("window", verdict.window());
    json.put("times", verdict.times()).put("servers", verdict.servers());
    json.put("ofServers", verdict.allServers()).put("seconds", verdict.total().toSeconds());
    ArrayNode fired = json.putArray("fired");
    verdict.fired().forEach(outcome -> write(outcome, fired.addObject()));
  }

  private static void write(Outcome outcome, ObjectNode json) {
    Alarm alarm = outcome.alarm();
    json.put("subject", outcome.subject().id()).put("name", outcome.subject().name());
    json.put("alarm", outcome.subject().alarm());
    json.put("threshold", alarm.threshold().orElseThrow());
    json.put("datapointsToAlarm", alarm.datapointsToAlarm());
    json.put("evaluationPeriods", alarm.evaluationPeriods());
    json.put("periodSeconds", alarm.watched().metrics().getFirst().period());
    json.put("missing", alarm.missing()).put("seconds", outcome.total().toSeconds());
    ArrayNode firings = json.putArray("firings");
    outcome
        .firings()
        .forEach(
            firing ->
                firings
                    .addObject()
                    .put("from", firing.from().toString())
                    .put("to", firing.to().toString()));
  }
}
