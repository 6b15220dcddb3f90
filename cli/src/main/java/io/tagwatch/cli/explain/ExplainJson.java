package io.tagwatch.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.alarms.desired.Explanation.Row;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.Level;
import io.tagwatch.cli.plan.PlanJson;
import io.tagwatch.common.alarm.Severity;

/**
 * An explanation for programs: {@code server}, {@code alarms}, {@code composites}, {@code absent},
 * {@code rejectedTags}, {@code notes}. What is not known is null.
 */
public final class ExplainJson {
  private ExplainJson() {}

  public static String of(ExplainedServer explained) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    Server server = explained.explanation().server();
    root.putObject("server")
        .put("id", server.id())
        .put("name", server.name().orElse(null))
        .put("state", server.state().word())
        .put("instanceType", server.instanceType())
        .put("detailedMonitoring", server.detailedMonitoring());
    ArrayNode alarms = root.putArray("alarms");
    explained.alarms().forEach(alarm -> write(alarm, alarms.addObject()));
    ArrayNode composites = root.putArray("composites");
    explained.composites().forEach(composite -> write(composite, composites.addObject()));
    ArrayNode absent = root.putArray("absent");
    explained
        .explanation()
        .absent()
        .forEach(one -> absent.addObject().put("alarm", one.alarm()).put("reason", one.reason()));
    PlanJson.tags(explained.explanation().rejectedTags(), root.putArray("rejectedTags"));
    ArrayNode notes = root.putArray("notes");
    explained.notes().forEach(notes::add);
    return root.toPrettyString();
  }

  private static void write(ExplainedAlarm alarm, ObjectNode json) {
    Row row = alarm.row();
    json.put("alarm", row.alarm());
    ObjectNode levels = json.putObject("levels");
    row.settings().levels().values().forEach(level -> level(alarm, level, levels));
    json.put("datapoints", row.settings().datapoints().toString());
    json.put("periodSeconds", row.periodSeconds());
    json.put("statistic", row.settings().statistic().aws());
    json.put("missing", row.settings().missing().aws());
    ObjectNode decided = json.putObject("decidedBy");
    decided.put("alarm", row.decidedBy().alarm());
    alarm.decidedBy().forEach(decided::put);
    json.put("canFire", alarm.obstacle().isEmpty());
    json.put("why", alarm.obstacle().orElse(null));
    json.put(
        "latest",
        alarm.series().latest().isPresent()
            ? Double.valueOf(alarm.series().latest().getAsDouble())
            : null);
  }

  private static void write(ExplainedComposite composite, ObjectNode json) {
    json.put("alarm", composite.alarm()).put("severity", composite.severity().word());
    json.put("name", composite.name()).put("when", composite.all() ? "all" : "any");
    ArrayNode of = json.putArray("of");
    composite.of().forEach(of::add);
    json.put("tellsInTheirPlace", composite.tells());
    json.put("state", composite.existing().map(AlarmReading::state).orElse(null));
    json.put("since", composite.existing().map(one -> one.since().toString()).orElse(null));
  }

  private static void level(ExplainedAlarm alarm, Level level, ObjectNode levels) {
    Severity severity = level.severity();
    AlarmReading reading = alarm.existing().get(severity);
    levels
        .putObject(severity.word())
        .put("operator", level.operator().symbol())
        .put("threshold", level.threshold())
        .put("name", alarm.names().get(severity))
        .put("state", reading == null ? null : reading.state())
        .put("since", reading == null ? null : reading.since().toString());
  }
}
