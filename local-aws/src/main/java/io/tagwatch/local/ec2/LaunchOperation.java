package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Call;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** RunInstances. */
final class LaunchOperation {
  private final Instances instances;
  private final EventTeller events;
  private final String account;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  LaunchOperation(
      Instances instances,
      EventTeller events,
      String account,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.instances = instances;
    this.events = events;
    this.account = account;
    this.clock = clock;
    this.ids = ids;
  }

  Map<String, Object> run(Call call) {
    LaunchRequest request = LaunchRequest.read(call.params(), call.region());
    DryRun.stopHere(call.params());
    List<Instance> launched;
    boolean repeat;
    synchronized (this) {
      List<Instance> earlier = launchedWith(request, call.region());
      repeat = !earlier.isEmpty();
      launched = repeat ? earlier : launch(request, call.region());
    }
    if (!repeat) {
      launched.forEach(this::tell);
    }
    InstanceState shown = repeat ? launched.getFirst().state() : InstanceState.PENDING;
    return InstanceShape.reservation(
        account,
        launched.getFirst().launch().reservation(),
        launched.stream().map(each -> InstanceShape.of(each, shown)).toList());
  }

  private void tell(Instance instance) {
    events.states(instance, InstanceState.PENDING);
    events.tags(new TreeMap<>(), instance);
    events.states(instance, InstanceState.RUNNING);
  }

  /** What an earlier call with the same token launched. */
  private List<Instance> launchedWith(LaunchRequest request, String region) {
    if (request.clientToken().isEmpty()) {
      return List.of();
    }
    List<Instance> earlier =
        instances.in(region).stream()
            .filter(each -> request.clientToken().get().equals(each.launch().clientToken()))
            .toList();
    boolean same =
        earlier.stream()
            .allMatch(
                each ->
                    each.launch().image().equals(request.image())
                        && each.launch().type().equals(request.type())
                        && earlier.size() == request.count());
    if (!same) {
      throw Ec2Faults.reusedToken();
    }
    return earlier;
  }

  private List<Instance> launch(LaunchRequest request, String region) {
    Instant now = clock.instant();
    String reservation = freeId("r-");
    List<Instance> launched = new ArrayList<>();
    for (int index = 0; index < request.count(); index++) {
      launched.add(instance(request, region, reservation, index, now));
    }
    instances.addAll(launched);
    return launched;
  }

  private Instance instance(
      LaunchRequest request, String region, String reservation, int index, Instant now) {
    long order = instances.nextOrder();
    String address = request.privateIp().orElseGet(() -> address(order));
    return new Instance(
        freeId("i-"),
        new Instance.Place(region, request.zone(), request.subnet(), address),
        new Instance.Launch(
            reservation,
            order,
            index,
            request.image(),
            request.type(),
            request.keyName().orElse(null),
            request.clientToken().orElse(null)),
        InstanceState.RUNNING,
        now,
        now,
        request.detailedMonitoring(),
        request.tags(),
        request.tags().isEmpty() ? 0 : 1);
  }

  /**
   * Seventeen hexadecimal digits, of which new ids begin with a zero. A source that repeats itself
   * after a restart must not name two things alike.
   */
  private String freeId(String prefix) {
    String id;
    do {
      id = prefix + "0%016x".formatted(ids.get().getLeastSignificantBits());
    } while (instances.known(id));
    return id;
  }

  /** 10.0.0.10 is the first one; each launch takes the next. */
  private static String address(long order) {
    long host = order + 9;
    return "10.%d.%d.%d".formatted((host >> 16) & 0xFF, (host >> 8) & 0xFF, host & 0xFF);
  }
}
