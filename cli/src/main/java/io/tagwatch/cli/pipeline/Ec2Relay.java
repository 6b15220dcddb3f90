package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.local.ec2.Ec2Event;
import io.tagwatch.local.ec2.Ec2Service;
import io.tagwatch.local.view.ServerView;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * EventBridge's rules for EC2: every change asks alarms-lambda to look; people are told of servers
 * that stopped or ended. Events are kept until the next turn, so that an API call never waits for
 * its own consequences.
 */
public final class Ec2Relay {
  private static final Set<String> TOLD = Set.of("stopped", "terminated");

  private static final String OWNER = "tagwatch:owner";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ec2Service ec2;
  private final Pipeline pipeline;
  private final Queue<Ec2Event> events = new ConcurrentLinkedQueue<>();

  /** Listens from now on. */
  public Ec2Relay(Ec2Service ec2, Pipeline pipeline) {
    this.ec2 = ec2;
    this.pipeline = pipeline;
    ec2.onEvent(events::add);
  }

  /** Passes on what happened since the last turn. */
  public void turn() {
    for (Ec2Event event = events.poll(); event != null; event = events.poll()) {
      pipeline.ask(event.json());
      if (event instanceof Ec2Event.StateChange change && TOLD.contains(change.state())) {
        pipeline.publish(forPeople(change));
      }
    }
  }

  /** With the server's name and owner beside its identifier, which EC2 alone would tell. */
  private String forPeople(Ec2Event.StateChange change) {
    ObjectNode event = tree(change.json());
    ec2.servers(change.origin().region()).stream()
        .filter(server -> server.id().equals(change.instanceId()))
        .findFirst()
        .ifPresent(server -> describe(server, event.withObject("/detail")));
    return event.toString();
  }

  private static void describe(ServerView server, ObjectNode detail) {
    detail.put("name", server.name());
    Optional.ofNullable(server.tags().get(OWNER)).ifPresent(owner -> detail.put("owner", owner));
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event that is not JSON: " + json, e);
    }
  }
}
