package io.tagwatch.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.cli.config.Configuration;
import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.cli.pipeline.Deployment;
import io.tagwatch.cli.pipeline.Ec2Relay;
import io.tagwatch.cli.pipeline.FunctionFailure;
import io.tagwatch.cli.pipeline.LambdaFunctions;
import io.tagwatch.cli.pipeline.Pipeline;
import io.tagwatch.cli.pipeline.Schedule;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the story needs: the embedded cloud with a clock that stands still, the shop, the
 * chat, the fleet and the real functions. Not thread-safe.
 */
final class Stage implements AutoCloseable {
  static final String REGION = "eu-west-1";
  static final String DEPLOYMENT = "demo";

  /** Where the channels of the story post: a chat for people, a webhook for programs. */
  static final String CHAT = "ops";

  static final String HOOK = "hook";

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final Duration RECONCILIATION = Duration.ofMinutes(5);

  /** What the functions reported when they worked. */
  record Work(List<JsonNode> syncs, Optional<JsonNode> probes) {}

  private final EmbeddedCloud cloud;
  private final Shop shop = Shop.open();
  private final ChatStandIn chat;
  private final Fleet fleet;
  private final HostMetrics metrics;
  private final Pipeline pipeline;
  private final Ec2Relay relay;
  private final Schedule reconciliation = new Schedule(RECONCILIATION);
  private final List<FunctionFailure> failures = new ArrayList<>();
  private Instant now = START;
  private int postsSeen;

  private Stage(EmbeddedCloud cloud, Path folder) throws IOException {
    this.cloud = cloud;
    this.chat = ChatStandIn.open(cloud.clock(), Map.of(CHAT, "slack", HOOK, "webhook"));
    Deployment deployment = deployment(folder);
    cloud.s3().ensureBucket(deployment.stateBucket());
    this.pipeline = Pipeline.start(deployment, LambdaFunctions::of, failures::add);
    this.fleet = new Fleet(pipeline.clients().ec2());
    this.metrics = new HostMetrics(pipeline.clients().cloudWatch(), fleet);
    this.relay = new Ec2Relay(cloud.ec2(), pipeline);
  }

  /**
   * Opens shop and chat, starts cloud and functions.
   *
   * @param folder for the configuration
   * @throws IOException when it cannot be written
   */
  static Stage set(Path folder) throws IOException {
    EmbeddedCloud cloud =
        EmbeddedCloud.start(CloudOptions.defaults().withRegion(REGION).startingAt(START));
    try {
      return new Stage(cloud, folder);
    } catch (IOException | RuntimeException e) {
      cloud.close();
      throw e;
    }
  }

  private Deployment deployment(Path folder) throws IOException {
    Path yaml = folder.resolve("config");
    DemoFiles.write(yaml, Map.of("SHOP", shop.url()));
    Configuration configuration = Configuration.read(new ConfigFolder(yaml)).validate();
    Map<String, String> secrets =
        Map.of("CHAT_WEBHOOK", chat.url(CHAT), "HOOK_URL", chat.url(HOOK));
    return new Deployment(
        DEPLOYMENT,
        REGION,
        cloud.url(),
        cloud.clock(),
        configuration,
        folder.resolve("layer"),
        secrets);
  }

  EmbeddedCloud cloud() {
    return cloud;
  }

  Shop shop() {
    return shop;
  }

  ChatStandIn chat() {
    return chat;
  }

  Fleet fleet() {
    return fleet;
  }

  HostMetrics metrics() {
    return metrics;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  List<FunctionFailure> failures() {
    return List.copyOf(failures);
  }

  /** Lets servers publish and functions work, in the minute that has begun. */
  Work work() {
    metrics.publish(now);
    Optional<JsonNode> probes = pipeline.probe(now);
    relay.turn();
    reconciliation.due(now).ifPresent(due -> pipeline.askForReconciliation());
    return new Work(pipeline.sync(0), probes);
  }

  /** Moves the clock to the next minute, which evaluates alarms, and delivers what they say. */
  List<ChatPost> tick() {
    now = now.plus(Duration.ofMinutes(1));
    cloud.clock().setTo(now);
    pipeline.deliver();
    List<ChatPost> all = chat.posts();
    List<ChatPost> fresh = List.copyOf(all.subList(postsSeen, all.size()));
    postsSeen = all.size();
    return fresh;
  }

  @Override
  public void close() {
    pipeline.close();
    chat.close();
    shop.close();
    cloud.close();
  }
}
