package io.tagwatch.cli.pipeline;

import io.tagwatch.local.ec2.Ec2Event;
import io.tagwatch.local.ec2.Ec2Service;
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

  private final Pipeline pipeline;
  private final Queue<Ec2Event> events = new ConcurrentLinkedQueue<>();

  /** Listens from now on. */
  public Ec2Relay(Ec2Service ec2, Pipeline pipeline) {
    this.pipeline = pipeline;
    ec2.onEvent(events::add);
  }

  /** Passes on what happened since the last turn. */
  public void turn() {
    for (Ec2Event event = events.poll(); event != null; event = events.poll()) {
      pipeline.ask(event.json());
      if (event instanceof Ec2Event.StateChange change && TOLD.contains(change.state())) {
        pipeline.publish(event.json());
      }
    }
  }
}
