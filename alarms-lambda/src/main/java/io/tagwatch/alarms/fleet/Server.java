package io.tagwatch.alarms.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An EC2 instance as this function sees it.
 *
 * @param id such as {@code i-0abc1234}
 * @param instanceType such as {@code t3.large}
 * @param platform {@code windows} or {@code linux}
 * @param detailedMonitoring true when EC2 publishes every minute
 * @param privateDns the private DNS name; empty when it has none
 * @param privateAddress the primary private IPv4 address; empty when it has none
 * @param publicDns the public DNS name; empty when it has none
 * @param publicAddress the public IPv4 address; empty when it has none
 * @param zone such as {@code eu-west-1b}; empty when EC2 does not say
 */
public record Server(
    String id,
    ServerState state,
    String instanceType,
    String platform,
    boolean detailedMonitoring,
    String privateDns,
    String privateAddress,
    String publicDns,
    String publicAddress,
    String zone,
    Map<String, String> tags) {

  /** The tag that Auto Scaling puts on its instances. */
  private static final String AUTO_SCALING_TAG = "aws:autoscaling:groupName";

  public Server {
    tags = Map.copyOf(tags);
  }

  /** One that the internet does not reach, in a zone that nobody asks for. */
  public Server(
      String id,
      ServerState state,
      String instanceType,
      String platform,
      boolean detailedMonitoring,
      String privateDns,
      String privateAddress,
      Map<String, String> tags) {
    this(
        id,
        state,
        instanceType,
        platform,
        detailedMonitoring,
        privateDns,
        privateAddress,
        "",
        "",
        "",
        tags);
  }

  /** {@code web-1 (i-0abc, t3.large, eu-west-1b)}, as far as it is known. */
  public String label() {
    String lead = name().orElse(id);
    String facts =
        Stream.of(name().isPresent() ? id : "", instanceType, zone)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return facts.isEmpty() ? lead : lead + " (" + facts + ")";
  }

  /** The tag {@code Name}; empty when absent or blank. */
  public Optional<String> name() {
    return Optional.ofNullable(tags.get("Name")).filter(name -> !name.isBlank());
  }

  public Optional<String> autoScalingGroup() {
    return Optional.ofNullable(tags.get(AUTO_SCALING_TAG));
  }

  /** The instance family: {@code t3} of {@code t3.large}. */
  public String family() {
    int dot = instanceType.indexOf('.');
    return dot < 0 ? instanceType : instanceType.substring(0, dot);
  }
}
