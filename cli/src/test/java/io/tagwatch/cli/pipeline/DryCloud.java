package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An embedded cloud, wired from what Terraform declares and from nothing else: which handler runs
 * with which environment and layer, what starts it and when, which event goes where, which queue
 * feeds which function.
 */
final class DryCloud implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DeclaredResources declared;
  private final EmbeddedCloud cloud;
  private final CloudClients clients;
  private final DeclaredFunctions functions;
  private final Map<String, Schedule> schedules = new LinkedHashMap<>();
  private final List<QueuePoller> mappings = new ArrayList<>();
  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final List<FunctionFailure> failures = new ArrayList<>();

  /**
   * @param opt where the layer is unpacked: the {@code /opt} of the functions
   * @param outside environment that Lambda itself provides
   */
  DryCloud(DeclaredResources declared, EmbeddedCloud cloud, Path opt, Map<String, String> outside)
      throws IOException {
    this.declared = declared;
    this.cloud = cloud;
    this.functions = new DeclaredFunctions(declared, cloud, opt, outside);
    this.clients = CloudClients.of(cloud.url(), "eu-west-1");
    new DeclaredCloud(declared, clients).make();
    declared
        .all("aws_s3_bucket")
        .forEach(bucket -> cloud.s3().ensureBucket(bucket.path("bucket").asText()));
    for (JsonNode mapping : declared.all("aws_lambda_event_source_mapping")) {
      String arn = mapping.path("event_source_arn").asText();
      String url = declared.one("aws_sqs_queue", "arn", arn).path("url").asText();
      mappings.add(
          new QueuePoller(
              clients.sqs(),
              new Topology.QueueAt(functions.local(url), arn, ""),
              functions.byAlias(mapping.path("function_name").asText()),
              failures::add));
    }
    for (JsonNode schedule : declared.all("aws_scheduler_schedule")) {
      schedules.put(
          schedule.path("name").asText(), new Schedule(rate(schedule.path("schedule_expression"))));
    }
    cloud.ec2().onEvent(event -> events.add(event.json()));
  }

  CloudClients clients() {
    return clients;
  }

  List<FunctionFailure> failures() {
    return failures;
  }

  /** Terraform's lifecycle reaches the function. */
  JsonNode lifecycle(String action) throws FunctionFailure {
    JsonNode invocation = declared.all("aws_lambda_invocation").getFirst();
    ObjectNode input = (ObjectNode) DeclaredResources.parsed(invocation.path("input"));
    input.putObject(invocation.path("terraform_key").asText()).put("action", action);
    JsonNode alias =
        declared.one(
            "aws_lambda_alias",
            values ->
                values.path("name").equals(invocation.path("qualifier"))
                    && values.path("function_name").equals(invocation.path("function_name")));
    return functions.byAlias(alias.path("arn").asText()).invoke(input);
  }

  /** A minute passes: alarms are evaluated, schedules fire, events and messages find their way. */
  void minute() throws IOException, FunctionFailure {
    cloud.clock().advance(Duration.ofMinutes(1));
    for (JsonNode schedule : declared.all("aws_scheduler_schedule")) {
      Instant now = cloud.clock().instant();
      if (schedules.get(schedule.path("name").asText()).due(now).isPresent()) {
        fire(schedule.path("target").path(0), now);
      }
    }
    settle();
  }

  /** Only time passes; whatever should happen by itself does not. */
  void stall(Duration howLong) {
    cloud.clock().advance(howLong);
  }

  /** Events and messages that are under way arrive. */
  void settle() throws IOException {
    for (int round = 0; round < 3; round++) {
      for (String event = events.poll(); event != null; event = events.poll()) {
        route(event);
      }
      mappings.forEach(mapping -> mapping.drain(0));
    }
  }

  private void fire(JsonNode target, Instant now) throws IOException, FunctionFailure {
    String input =
        target.path("input").asText().replace("<aws.scheduler.scheduled-time>", now.toString());
    String arn = target.path("arn").asText();
    if (arn.contains(":lambda:")) {
      functions.byAlias(arn).invoke(JSON.readTree(input));
    } else {
      send(arn, input, target.path("sqs_parameters").path(0).path("message_group_id").asText());
    }
  }

  private void route(String event) throws IOException {
    for (JsonNode rule : declared.all("aws_cloudwatch_event_rule")) {
      JsonNode pattern = DeclaredResources.parsed(rule.path("event_pattern"));
      if (new EventPattern(pattern).matches(JSON.readTree(event))) {
        declared.all("aws_cloudwatch_event_target").stream()
            .filter(target -> target.path("rule").equals(rule.path("name")))
            .forEach(target -> hand(target, rule.path("arn").asText(), event));
      }
    }
  }

  private void hand(JsonNode target, String ruleArn, String event) {
    String arn = target.path("arn").asText();
    DeclaredRights rights = new DeclaredRights(declared);
    if (arn.contains(":sns:")) {
      rights.publish("events.amazonaws.com", arn, ruleArn);
      clients.sns().publish(r -> r.topicArn(arn).message(event));
    } else {
      rights.fill("events.amazonaws.com", arn, ruleArn);
      send(arn, event, target.path("sqs_target").path(0).path("message_group_id").asText());
    }
    for (JsonNode dead : target.path("dead_letter_config")) {
      rights.fill("events.amazonaws.com", dead.path("arn").asText(), ruleArn);
    }
  }

  private void send(String queueArn, String body, String group) {
    String url = declared.one("aws_sqs_queue", "arn", queueArn).path("url").asText();
    clients
        .sqs()
        .sendMessage(r -> r.queueUrl(functions.local(url)).messageBody(body).messageGroupId(group));
  }

  private static Duration rate(JsonNode expression) {
    String[] words = expression.asText().replaceAll("^rate\\(|\\)$", "").split(" ");
    long number = Long.parseLong(words[0]);
    return words[1].startsWith("minute") ? Duration.ofMinutes(number) : Duration.ofHours(number);
  }

  @Override
  public void close() {
    clients.close();
  }
}
