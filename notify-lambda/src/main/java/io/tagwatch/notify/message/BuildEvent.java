package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds, pipelines and deployments of CodeBuild, CodePipeline and CodeDeploy, in brief. */
final class BuildEvent implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Optional<Event> event = Event.of(message);
    if (event.isPresent()) {
      return event.flatMap(BuildEvent::ofEvent);
    }
    Json json = message.json();
    if (json.text("approval", "pipelineName").isPresent()) {
      return Optional.of(approval(message, json));
    }
    return json.text("deploymentId").isPresent() && json.text("applicationName").isPresent()
        ? Optional.of(deployment(message, json))
        : Optional.empty();
  }

  private static Optional<Notification> ofEvent(Event event) {
    Json detail = event.detail();
    if (detail.text("project-name").isPresent() && state(detail, "build-status").isPresent()) {
      return Optional.of(build(event));
    }
    if (detail.text("pipeline").isPresent() && detail.text("state").isPresent()) {
      return Optional.of(pipeline(event));
    }
    return detail.text("deploymentId").isPresent() && detail.text("application").isPresent()
        ? Optional.of(deployment(event))
        : Optional.empty();
  }

  private static Notification build(Event event) {
    Json detail = event.detail();
    Json more = detail.at("additional-information");
    String state = state(detail, "build-status").orElse("");
    Draft draft =
        event
            .draft()
            .title("Build " + detail.text("project-name").orElse("") + " " + verb(state))
            .looks(StateWords.look(state))
            .summary(String.join("\n", failures(more)))
            .field("Source", more.text("source", "location"))
            .field("Version", more.text("source-version"))
            .field("Started by", more.text("initiator"))
            .field("Number", more.number("build-number").map(Quantity::number));
    return event
        .place(draft)
        .link(more.text("logs", "deep-link").flatMap(url -> Link.of("Logs", url)))
        .link(Console.resource(event.resource()))
        .build();
  }

  /** The phases that failed, with what they say. */
  private static List<String> failures(Json more) {
    List<String> lines = new ArrayList<>();
    for (Json phase : more.items("phases")) {
      String status = phase.text("phase-status").orElse("");
      if (StateWords.look(status).filter(Look.WARNING::equals).isPresent()) {
        String context =
            String.join(
                " ",
                phase.items("phase-context").stream().flatMap(it -> it.text().stream()).toList());
        lines.add((StateWords.plain(phase.text("phase-type").orElse("")) + ": " + context).strip());
      }
    }
    return lines;
  }

  private static Notification pipeline(Event event) {
    Json detail = event.detail();
    String step =
        String.join(
            "/", Stream.of("stage", "action").flatMap(key -> detail.text(key).stream()).toList());
    String name = detail.text("pipeline").orElse("") + (step.isEmpty() ? "" : ", " + step);
    String state = detail.text("state").orElse("");
    Draft draft =
        event
            .draft()
            .title("Pipeline " + name + " " + verb(state))
            .looks(StateWords.look(state))
            .summary(detail.text("execution-result", "external-execution-summary").orElse(""))
            .field("Does", detail.text("type", "provider"))
            .field("Error", detail.text("execution-result", "error-code"))
            .field("Execution", detail.text("execution-id"));
    detail
        .items("additional-attributes", "failedActions")
        .forEach(it -> draft.field("Failed", it.text("action")));
    return event
        .place(draft)
        .link(Console.pipeline(event.region(), detail.text("pipeline")))
        .build();
  }

  private static Notification deployment(Event event) {
    Json detail = event.detail();
    Optional<String> id = detail.text("deploymentId");
    Draft draft = event.draft();
    told(draft, detail.text("application"), detail.text("deploymentGroup"), detail.text("state"));
    return event
        .place(draft.field("Deployment", id))
        .link(Console.deployment(event.region(), id))
        .build();
  }

  private static Notification deployment(Incoming message, Json json) {
    Optional<String> id = json.text("deploymentId");
    Optional<String> region = json.text("region");
    Json error = json.text("errorInformation").flatMap(Json::parse).orElse(Json.NOTHING);
    Draft draft =
        Notification.draft(message.id())
            .account(json.text("accountId"))
            .region(region)
            .occurredAt(message.sentAt());
    told(
        draft, json.text("applicationName"), json.text("deploymentGroupName"), json.text("status"));
    return draft
        .summary(error.text("ErrorMessage").orElse(""))
        .field("Error", error.text("ErrorCode"))
        .field("Deployment", id)
        .field("Account", json.text("accountId").map(Account::print))
        .field("Region", region)
        .link(Console.deployment(region, id))
        .build();
  }

  private static void told(
      Draft draft, Optional<String> application, Optional<String> group, Optional<String> state) {
    draft
        .title(
            "Deployment of "
                + application.orElse("")
                + group.map(name -> " to " + name).orElse("")
                + " "
                + verb(state.orElse("")))
        .looks(StateWords.look(state));
  }

  /** What somebody is asked to look at; the link asks for a sign-in. */
  private static Notification approval(Incoming message, Json json) {
    Json approval = json.at("approval");
    Optional<String> region = json.text("region");
    return Notification.draft(message.id())
        .title(
            "Pipeline "
                + approval.text("pipelineName").orElse("")
                + " waits for approval: "
                + approval.text("stageName").map(stage -> stage + "/").orElse("")
                + approval.text("actionName").orElse(""))
        .looks(Optional.of(Look.NOTICE))
        .summary(approval.text("customData").orElse(""))
        .region(region)
        .occurredAt(message.sentAt())
        .field("Until", approval.text("expires"))
        .field("Region", region)
        .link(approval.text("approvalReviewLink").flatMap(url -> Link.of("Review", url)))
        .link(approval.text("externalEntityLink").flatMap(url -> Link.of("Subject", url)))
        .build();
  }

  private static Optional<String> state(Json detail, String key) {
    Optional<String> state = detail.text(key);
    return state.isPresent() ? state : detail.text("completed-phase-status");
  }

  /** {@code FAILED} as {@code failed}, {@code IN_PROGRESS} as {@code is in progress}. */
  private static String verb(String state) {
    String word = StateWords.plain(state);
    return switch (word) {
      case "success" -> "succeeded";
      case "failure" -> "failed";
      case "start" -> "started";
      case "stop" -> "was stopped";
      case "" -> "changed";
      default -> word.endsWith("ed") && word.indexOf(' ') < 0 ? word : "is " + word;
    };
  }
}
