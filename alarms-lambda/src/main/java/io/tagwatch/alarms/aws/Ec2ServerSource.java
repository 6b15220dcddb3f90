package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerSource;
import io.tagwatch.alarms.fleet.ServerState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** Servers through DescribeInstances. */
public final class Ec2ServerSource implements ServerSource {
  /** Instances on a page; see the API reference of DescribeInstances. */
  private static final int PER_PAGE = 1_000;

  private final Supplier<Ec2Client> client;

  /**
   * @param client asked for at the first call
   */
  public Ec2ServerSource(Supplier<Ec2Client> client) {
    this.client = client;
  }

  @Override
  public Listing<Server> all() {
    return list(request -> {});
  }

  /** By filter, since the list of identifiers fails as a whole when one does not exist any more. */
  @Override
  public Listing<Server> only(Set<String> ids) {
    Filter filter = Filter.builder().name("instance-id").values(ids).build();
    return list(request -> request.filters(filter));
  }

  private Listing<Server> list(Consumer<DescribeInstancesRequest.Builder> narrowed) {
    return Pages.all(
        "ec2",
        "DescribeInstances",
        token -> {
          DescribeInstancesRequest.Builder request =
              DescribeInstancesRequest.builder().maxResults(PER_PAGE).nextToken(token);
          narrowed.accept(request);
          DescribeInstancesResponse response = client.get().describeInstances(request.build());
          List<Server> servers =
              response.reservations().stream()
                  .flatMap(reservation -> reservation.instances().stream())
                  .map(Ec2ServerSource::server)
                  .toList();
          return new Pages.Page<>(servers, response.nextToken());
        });
  }

  private static Server server(Instance instance) {
    Map<String, String> tags = new HashMap<>();
    instance.tags().forEach(tag -> tags.put(tag.key(), orEmpty(tag.value())));
    return new Server(
        instance.instanceId(),
        ServerState.of(instance.state() == null ? "" : orEmpty(instance.state().nameAsString())),
        orEmpty(instance.instanceTypeAsString()),
        "windows".equalsIgnoreCase(instance.platformAsString()) ? "windows" : "linux",
        isDetailed(instance),
        orEmpty(instance.privateDnsName()),
        orEmpty(instance.privateIpAddress()),
        tags);
  }

  private static boolean isDetailed(Instance instance) {
    String state =
        instance.monitoring() == null ? "" : orEmpty(instance.monitoring().stateAsString());
    return state.equals("enabled") || state.equals("pending");
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
