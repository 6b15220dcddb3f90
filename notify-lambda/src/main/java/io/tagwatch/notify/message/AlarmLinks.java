package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Link;
import java.util.Map;
import java.util.Optional;

/** What to open next for an alarm; the alarm itself comes first. */
final class AlarmLinks {
  private static final int CHILDREN_LINKED = 10;

  private final AlarmFacts facts;
  private final Optional<AlarmMarker> marker;
  private final Subject subject;

  AlarmLinks(AlarmFacts facts, Optional<AlarmMarker> marker, Subject subject) {
    this.facts = facts;
    this.marker = marker;
    this.subject = subject;
  }

  void addTo(Draft draft) {
    draft.link(Console.alarm(facts.arn()));
    if (marker.isPresent() && marker.get().runbook().isPresent()) {
      draft.link(Link.of("Runbook", marker.get().runbook().get()));
    }
    if (facts.metric().isPresent() && !facts.metric().get().name().isEmpty()) {
      draft.link(Console.metric(facts.region(), facts.metric().get(), facts.changedAt()));
    }
    if (subject.instanceId().isPresent()) {
      draft.link(Console.instance(facts.region(), subject.instanceId().get()));
    }
    String group = logGroup();
    if (!group.isEmpty()) {
      draft.link(Console.logs(facts.region(), group));
    }
    if (marker.isPresent()) {
      draft.link(Console.dashboard(facts.region(), deployed()));
    }
    children(draft);
  }

  private void children(Draft draft) {
    int linked = 0;
    for (AlarmFacts.Child child : facts.children()) {
      Optional<Link> link = Console.alarm(Optional.of(child.arn()));
      if (link.isPresent() && ++linked <= CHILDREN_LINKED) {
        draft.link(Optional.of(new Link(child.name(), link.get().url())));
      }
    }
  }

  /** Where the lines about it are, as far as that is sure; empty otherwise. */
  private String logGroup() {
    if (facts.metric().isEmpty()) {
      return "";
    }
    AlarmFacts.Metric metric = facts.metric().get();
    Map<String, String> dimensions = metric.dimensions();
    if (metric.namespace().equals("AWS/Lambda") && dimensions.containsKey("FunctionName")) {
      return "/aws/lambda/" + dimensions.get("FunctionName");
    }
    return marker.isPresent() && metric.isUptime() ? "/aws/lambda/" + deployed() + "-uptime" : "";
  }

  /** As Terraform names what belongs to a deployment: {@code tagwatch-prod}. */
  private String deployed() {
    return "tagwatch-" + marker.get().deployment();
  }
}
