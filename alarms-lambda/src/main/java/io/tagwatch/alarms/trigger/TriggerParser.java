package io.tagwatch.alarms.trigger;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One message or event to one {@link Trigger}. */
final class TriggerParser {
  private static final String FORM =
      "write {\"action\":\"reconcile\"}, or send an EC2 state-change or tag-change event";
  private static final Set<String> GONE = Set.of("terminated", "shutting-down");
  private static final String ARN_PART = ":instance/";

  private TriggerParser() {}

  /** The trigger in a message's body. */
  static Trigger parse(String body) {
    Problems problems = new Problems("message");
    Node node = JsonDocument.parse(body, problems);
    return problems.isEmpty()
        ? of(node)
        : new Trigger.Unknown(problems.list().getFirst().message() + "; " + FORM);
  }

  /** The trigger that a document is; Terraform's are recognised by {@link Input} alone. */
  static Trigger of(Node node) {
    if (!(node instanceof Node.Fields fields)) {
      return new Trigger.Unknown("the input is " + node.describe() + "; " + FORM);
    }
    if (fields.values().containsKey("action")) {
      return action(fields);
    }
    String kind = text(fields, "detail-type").orElse("");
    return switch (kind) {
      case "EC2 Instance State-change Notification" -> stateChange(fields);
      case "Tag Change on Resource" -> tagChange(fields);
      case "Scheduled Event" -> new Trigger.Reconcile(false);
      default -> new Trigger.Unknown("the input is of no known kind; " + FORM);
    };
  }

  private static Trigger action(Node.Fields fields) {
    String action = text(fields, "action").orElse("");
    if (action.equals("tick")) {
      return tick(fields);
    }
    if (!action.equals("reconcile")) {
      return new Trigger.Unknown("unknown action \"" + action + "\"; " + FORM);
    }
    return withAllowDeletes(fields, Trigger.Reconcile::new);
  }

  private static Trigger tick(Node.Fields fields) {
    Optional<String> time = text(fields, "time");
    try {
      return new Trigger.Tick(time.map(Instant::parse));
    } catch (DateTimeParseException e) {
      return new Trigger.Unknown(
          "the time \"" + time.get() + "\" of a tick is no instant such as 2026-11-21T08:00:00Z");
    }
  }

  /** What Terraform's resource sends when it is created or changed. */
  static Trigger deployed(Node.Fields fields) {
    return withAllowDeletes(fields, Trigger.Deployed::new);
  }

  private interface Allowing {
    Trigger of(boolean allowDeletes);
  }

  private static Trigger withAllowDeletes(Node.Fields fields, Allowing trigger) {
    return switch (fields.values().get("allowDeletes")) {
      case null -> trigger.of(false);
      case Node.Empty empty -> trigger.of(false);
      case Node.Flag flag -> trigger.of(flag.value());
      case Node other ->
          new Trigger.Unknown("allowDeletes is " + other.describe() + "; write true or false");
    };
  }

  private static Trigger stateChange(Node.Fields fields) {
    Optional<Node.Fields> detail = fields(fields, "detail");
    Optional<String> id = detail.flatMap(d -> text(d, "instance-id"));
    boolean gone = detail.flatMap(d -> text(d, "state")).filter(GONE::contains).isPresent();
    return id.<Trigger>map(
            i -> new Trigger.ServersChanged(List.of(i), Set.of(), origin(fields), gone))
        .orElse(new Trigger.Unknown("the state-change event names no instance"));
  }

  private static Trigger tagChange(Node.Fields fields) {
    List<String> ids =
        texts(fields, "resources").stream()
            .filter(arn -> arn.contains(":ec2:") && arn.contains(ARN_PART))
            .map(arn -> arn.substring(arn.indexOf(ARN_PART) + ARN_PART.length()))
            .toList();
    Set<String> tags =
        fields(fields, "detail")
            .map(detail -> Set.copyOf(texts(detail, "changed-tag-keys")))
            .orElse(Set.of());
    return ids.isEmpty()
        ? new Trigger.Irrelevant()
        : new Trigger.ServersChanged(ids, tags, origin(fields), false);
  }

  private static String origin(Node.Fields fields) {
    return text(fields, "account")
        .flatMap(account -> text(fields, "region").map(region -> account + "/" + region))
        .orElse("");
  }

  private static List<String> texts(Node.Fields fields, String key) {
    List<Node> nodes =
        fields.values().get(key) instanceof Node.Items items ? items.values() : List.of();
    return nodes.stream()
        .filter(Node.Text.class::isInstance)
        .map(node -> ((Node.Text) node).value())
        .toList();
  }

  static Optional<String> text(Node.Fields fields, String key) {
    return fields.values().get(key) instanceof Node.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  static Optional<Node.Fields> fields(Node.Fields fields, String key) {
    return fields.values().get(key) instanceof Node.Fields inner
        ? Optional.of(inner)
        : Optional.empty();
  }
}
