package io.tagwatch.cli.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.alarms.alarm.FieldChange;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.sync.Change;
import io.tagwatch.alarms.sync.MonthlyPrice;
import io.tagwatch.alarms.sync.Plan;
import io.tagwatch.alarms.tag.RejectedTag;
import io.tagwatch.cli.words.Words;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan for programs: counts, {@code calls}, {@code price}, {@code changes} with {@code action}
 * create, change, remind or delete, and the lists of alarms-lambda's report. What is not known is
 * null.
 */
public final class PlanJson {
  private PlanJson() {}

  public static String of(PlanView view) {
    Plan plan = view.survey().plan();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("complete", view.isComplete());
    root.put("deployment", view.deployment()).put("region", view.region());
    root.put("topic", view.topic().orElse(null));
    root.put("servers", view.survey().servers().size()).put("alarms", view.alarms());
    root.put("create", view.cost().creates()).put("change", view.cost().updates());
    root.put("delete", view.cost().deletes()).put("unchanged", plan.unchanged());
    root.put("foreign", plan.foreign().size()).put("held", plan.held().size());
    root.putObject("calls")
        .put("write", view.cost().writeCalls())
        .put("seconds", view.cost().duration().toMillis() / 1_000.0)
        .put("perSecond", view.writesPerSecond());
    price(view, root.putObject("price"));
    ArrayNode changes = root.putArray("changes");
    plan.changes().forEach(change -> write(change, changes.addObject()));
    tags(view.survey().desired().rejectedTags(), root.putArray("rejectedTags"));
    ArrayNode findings = root.putArray("findings");
    plan.findings().forEach(finding -> write(finding, findings.addObject()));
    view.survey().desired().findings().forEach(one -> write(one, findings.addObject()));
    ArrayNode errors = root.putArray("errors");
    view.survey()
        .failures()
        .forEach(
            failure ->
                errors
                    .addObject()
                    .put("operation", failure.operation())
                    .put("message", failure.message()));
    return root.toPrettyString();
  }

  private static void price(PlanView view, ObjectNode json) {
    MonthlyPrice before = view.cost().before();
    MonthlyPrice after = view.cost().after();
    json.put("currency", "USD").put("per", "month");
    json.put("asOf", after.asOf().map(LocalDate::toString).orElse(null));
    json.put("before", after.asOf().isPresent() ? before.usd() : null);
    json.put("after", after.asOf().isPresent() ? after.usd() : null);
    json.put("unknownBefore", before.unknown()).put("unknownAfter", after.unknown());
  }

  private static void write(Change change, ObjectNode json) {
    switch (change) {
      case Change.Create create ->
          json.put("action", "create").put("condition", Words.condition(create.alarm().alarm()));
      case Change.Update update -> {
        json.put("action", "change");
        fields(update.fields(), json.putArray("fields"));
      }
      case Change.Remind remind -> json.put("action", "remind");
      case Change.Delete delete -> json.put("action", "delete").put("reason", delete.reason());
    }
    json.put("name", change.name());
    json.put("subject", change.identity().subject()).put("alarm", change.identity().alarm());
    json.put("severity", change.identity().severity().word());
  }

  private static void fields(List<FieldChange> fields, ArrayNode json) {
    fields.forEach(
        field ->
            json.addObject()
                .put("field", field.field())
                .put("before", field.before())
                .put("after", field.after()));
  }

  /** The tags that are not obeyed, as in alarms-lambda's report. */
  public static void tags(List<RejectedTag> tags, ArrayNode json) {
    tags.forEach(
        tag ->
            json.addObject()
                .put("subject", tag.subject())
                .put("key", tag.key())
                .put("value", tag.value())
                .put("column", tag.column() == 0 ? null : Integer.valueOf(tag.column()))
                .put("problem", tag.problem())
                .put("expected", tag.expected()));
  }

  private static void write(Finding finding, ObjectNode json) {
    json.put("subject", finding.subject()).put("alarm", finding.alarm());
    json.put("problem", finding.problem());
  }
}
