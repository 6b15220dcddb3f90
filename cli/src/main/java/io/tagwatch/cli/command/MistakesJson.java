package io.tagwatch.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.cli.check.CheckCost;
import io.tagwatch.common.config.Problem;
import io.tagwatch.common.config.Problems;
import java.util.List;

/**
 * Mistakes for programs: {@code {"errors": [{"file", "line", "column", "path", "message"}]}}, and
 * {@code monthlyCost} where there is none.
 */
final class MistakesJson {
  private MistakesJson() {}

  static String of(List<Problems> files) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode errors = root.putArray("errors");
    for (Problems file : files) {
      file.list().forEach(problem -> add(file.file(), problem, errors.addObject()));
    }
    return root.toPrettyString();
  }

  /** No mistake, and the month's cost of the checks without their alarms. */
  static String none(CheckCost cost) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putArray("errors");
    ObjectNode monthly = root.putObject("monthlyCost");
    monthly.put("checks", cost.checks());
    monthly.put("metrics", cost.metrics());
    monthly.put("requests", cost.requests());
    monthly.put("usd", cost.usd());
    monthly.put("asOf", cost.asOf().map(Object::toString).orElse(null));
    ArrayNode parts = monthly.putArray("parts");
    cost.parts().forEach(part -> parts.addObject().put("name", part.name()).put("usd", part.usd()));
    ArrayNode unknown = monthly.putArray("unknown");
    cost.unknown().forEach(unknown::add);
    return root.toPrettyString();
  }

  /** Line and column are null where they are not known. */
  private static void add(String file, Problem problem, ObjectNode error) {
    Integer line = problem.place().hasLine() ? problem.place().line() : null;
    error.put("file", file);
    error.put("line", line);
    error.put("column", line == null ? null : Integer.valueOf(problem.place().column()));
    error.put("path", problem.place().path());
    error.put("subject", problem.subject());
    error.put("message", problem.message());
  }
}
