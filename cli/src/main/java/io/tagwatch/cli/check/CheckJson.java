package io.tagwatch.cli.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.Phase;
import io.tagwatch.uptime.probe.ProbeResult;
import java.util.List;

/**
 * The results for programs: {@code {"checks", "up", "down", "results": […]}}, each result with the
 * fields of uptime-lambda's run summary, {@code address} and {@code phases} in milliseconds; what
 * is not known is null.
 */
public final class CheckJson {
  private CheckJson() {}

  /**
   * @param trace whether the story of each probe is told as well
   */
  public static String of(List<ProbeResult> results, boolean trace) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    long up = results.stream().filter(ProbeResult::up).count();
    root.put("checks", results.size()).put("up", up).put("down", results.size() - up);
    ArrayNode list = root.putArray("results");
    for (ProbeResult result : results) {
      ObjectNode one = list.addObject();
      write(result, one);
      if (trace) {
        ArrayNode steps = one.putArray("trace");
        result.trace().forEach(steps::add);
      }
    }
    return root.toPrettyString();
  }

  private static void write(ProbeResult result, ObjectNode json) {
    json.put("name", result.name()).put("up", result.up());
    json.put("reason", result.failure().map(failure -> failure.reason().code()).orElse(null));
    json.put("phase", result.failure().map(failure -> failure.phase().code()).orElse(null));
    json.put("detail", result.failure().map(Failure::detail).orElse(null));
    json.put("latencyMs", result.latency().toMillis());
    json.put("status", result.status().isPresent() ? result.status().getAsInt() : null);
    json.put(
        "certificateDaysLeft",
        result.certificateDaysLeft().isPresent() ? result.certificateDaysLeft().getAsLong() : null);
    json.put("address", result.address().orElse(null));
    ObjectNode phases = json.putObject("phases");
    for (Phase phase : Phase.values()) {
      phases.put(
          phase.code(), result.phases().of(phase).map(java.time.Duration::toMillis).orElse(null));
    }
  }
}
