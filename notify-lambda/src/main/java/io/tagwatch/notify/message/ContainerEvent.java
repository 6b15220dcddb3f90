package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tasks, services and deployments of ECS. */
final class ContainerEvent implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return Event.of(message).flatMap(ContainerEvent::of);
  }

  private static Optional<Notification> of(Event event) {
    Json detail = event.detail();
    if (detail.text("taskArn").isPresent() && detail.text("lastStatus").isPresent()) {
      return Optional.of(task(event));
    }
    boolean service =
        event.type().startsWith("ECS ")
            && detail.text("eventName").isPresent()
            && detail.text("eventType").isPresent();
    return service ? Optional.of(service(event)) : Optional.empty();
  }

  private static Notification task(Event event) {
    Json detail = event.detail();
    String status = detail.text("lastStatus").orElse("");
    List<String> failures = failures(detail);
    boolean stopped = status.equals("STOPPED");
    boolean failed = stopped && (failedToStart(detail) || !failures.isEmpty() && !wanted(detail));
    Draft draft =
        event
            .draft()
            .title(
                "ECS task "
                    + name(detail)
                    + (stopped ? " stopped" : " is " + StateWords.plain(status))
                    + detail.text("stoppedReason").map(it -> ": " + it).orElse(""))
            .looks(failed ? Optional.of(Look.WARNING) : Optional.empty())
            .summary(String.join("\n", failures))
            .field("Cluster", detail.text("clusterArn").map(ContainerEvent::last))
            .field("Definition", detail.text("taskDefinitionArn").map(ContainerEvent::last))
            .field("Stop code", detail.text("stopCode"))
            .field("Zone", detail.text("availabilityZone"))
            .field("Task", detail.text("taskArn").map(ContainerEvent::last));
    return event.place(draft).link(Console.resource(detail.text("taskArn"))).build();
  }

  private static boolean failedToStart(Json detail) {
    return detail.text("stopCode").map("TaskFailedToStart"::equals).orElse(false);
  }

  /** True for what a deployment or a person stopped: its containers end by a signal. */
  private static boolean wanted(Json detail) {
    String code = detail.text("stopCode").orElse("");
    return code.equals("ServiceSchedulerInitiated") || code.equals("UserInitiated");
  }

  /** The service or family that a task belongs to: {@code service:api}. */
  private static String name(Json detail) {
    String group = detail.text("group").orElseGet(() -> detail.text("taskArn").orElse(""));
    return group.startsWith("arn:") ? last(group) : group.substring(group.indexOf(':') + 1);
  }

  /** {@code api: exit code 137, OutOfMemoryError: …} of each container that did not end well. */
  private static List<String> failures(Json detail) {
    List<String> lines = new ArrayList<>();
    for (Json container : detail.items("containers")) {
      int code = container.integer("exitCode");
      Optional<String> reason = container.text("reason");
      if (code != 0 || reason.isPresent()) {
        String exit = container.text("exitCode").isPresent() ? "exit code " + code : "";
        String mark = exit.isEmpty() || reason.isEmpty() ? "" : ", ";
        lines.add(container.text("name").orElse("") + ": " + exit + mark + reason.orElse(""));
      }
    }
    return lines;
  }

  private static Notification service(Event event) {
    Json detail = event.detail();
    String news = StateWords.plain(detail.text("eventName").orElse(""));
    String service = event.resource().map(ContainerEvent::last).orElse("");
    boolean good = StateWords.look(news).filter(Look.RESOLVED::equals).isPresent();
    Optional<Look> look =
        switch (detail.text("eventType").orElse("")) {
          case "ERROR" -> Optional.of(Look.WARNING);
          case "WARN" -> Optional.of(Look.NOTICE);
          default -> good ? Optional.of(Look.RESOLVED) : Optional.empty();
        };
    Draft draft =
        event
            .draft()
            .title("ECS service " + service + ": " + news.replaceFirst("^service ", ""))
            .looks(look)
            .summary(detail.text("reason").orElse(""))
            .field("Cluster", detail.text("clusterArn").map(ContainerEvent::last))
            .field("Deployment", detail.text("deploymentId"));
    return event.place(draft).link(Console.resource(event.resource())).build();
  }

  /** The name at the end of an ARN. */
  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
