package io.tagwatch.cli.command;

import io.tagwatch.alarms.AlarmsPreview;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Place;
import io.tagwatch.common.Environment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/** Which account and region, or which embedded cloud, is asked. */
final class CloudOption {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";
  private static final int CONNECT_MILLIS = 3_000;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "Another address than AWS, such as the embedded cloud's. Default: AWS_ENDPOINT_URL.")
  private String endpoint;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Default: AWS_REGION, AWS_DEFAULT_REGION, the AWS profile's.")
  private String region;

  @Option(
      names = "--deployment",
      paramLabel = "NAME",
      description = "Whose alarms. Default: TAGWATCH_DEPLOYMENT, else default.")
  private String deployment;

  @Option(
      names = "--place",
      paramLabel = "ACCOUNT/REGION",
      description =
          "One of regions: in alarms.yaml, with your credentials there. Default: the function's"
              + " own.")
  private String place;

  /**
   * What holds where somebody asks.
   *
   * @param environment of alarms-lambda
   * @param elsewhere whether that is not the function's own region
   */
  record Asked(AlarmsConfig rules, Environment environment, boolean elsewhere) {
    AlarmsPreview preview() {
      return elsewhere
          ? AlarmsPreview.elsewhere(rules, environment)
          : new AlarmsPreview(rules, environment);
    }

    Asked announcingTo(String topic) {
      Map<String, String> variables = new HashMap<>(environment.variables());
      variables.put("TAGWATCH_TOPIC_ARN", topic);
      return new Asked(rules, new Environment(variables, environment.clock()), elsewhere);
    }
  }

  /** The function's own region, or the place that is named. */
  Asked asked(AlarmsConfig rules) {
    if (place == null) {
      return new Asked(rules, environment(region), false);
    }
    Place there =
        rules.places().stream()
            .filter(one -> one.label().equals(place))
            .findFirst()
            .orElseThrow(() -> unknownPlace(rules));
    return new Asked(rules.elsewhere(), environment(there.region()), true)
        .announcingTo(there.topic());
  }

  private UserError unknownPlace(AlarmsConfig rules) {
    List<String> labels = rules.places().stream().map(Place::label).toList();
    return UserError.usage(
        "there is no place \"%s\" under regions: in alarms.yaml; there %s"
            .formatted(
                place, labels.isEmpty() ? "is none at all" : "is " + String.join(", ", labels)));
  }

  /** The environment that alarms-lambda would have there, as far as this machine knows it. */
  private Environment environment(String region) {
    Environment process = Environment.ofProcess();
    Map<String, String> variables = new HashMap<>(process.variables());
    Optional.ofNullable(deployment).ifPresent(name -> variables.put("TAGWATCH_DEPLOYMENT", name));
    Optional.ofNullable(endpoint).ifPresent(url -> replaceEndpoints(variables, url));
    Optional<String> local =
        Optional.ofNullable(variables.get(ENDPOINT)).filter(CloudOption::isLoopback);
    local.ifPresent(CloudOption::requireAnswer);
    boolean loopback = local.isPresent();
    if (loopback && !variables.containsKey("AWS_ACCESS_KEY_ID")) {
      variables.put("AWS_ACCESS_KEY_ID", "local");
      variables.put("AWS_SECRET_ACCESS_KEY", "local");
    }
    variables.put("AWS_REGION", region(region, process, loopback));
    return new Environment(variables, process.clock());
  }

  /** What is given counts for every service. */
  private static void replaceEndpoints(Map<String, String> variables, String url) {
    if (host(url).isEmpty()) {
      throw UserError.usage(
          "--endpoint \"" + url + "\" is not a URL; write http://127.0.0.1:4600 or https://host");
    }
    variables.keySet().removeIf(name -> name.startsWith(ENDPOINT + "_"));
    variables.put(ENDPOINT, url);
  }

  private static String region(String wanted, Environment process, boolean loopback) {
    return Optional.ofNullable(wanted)
        .or(process::region)
        .or(CloudOption::ofProfile)
        .or(() -> loopback ? Optional.of("us-east-1") : Optional.empty())
        .orElseThrow(
            () ->
                UserError.usage(
                    "no region is known; give --region, such as --region eu-west-1, or set"
                        + " AWS_REGION"));
  }

  private static Optional<String> ofProfile() {
    try {
      return Optional.ofNullable(new AwsProfileRegionProvider().getRegion()).map(Region::id);
    } catch (SdkException e) {
      return Optional.empty();
    }
  }

  /** The functions' clients try again for a while, which is no use when nobody is at home. */
  private static void requireAnswer(String url) {
    URI uri = URI.create(url.strip());
    int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
    } catch (IOException e) {
      throw UserError.cloud(
          "nothing answers at "
              + url
              + "; start an embedded cloud with tagwatch local or tagwatch up, or name another"
              + " --endpoint");
    }
  }

  private static boolean isLoopback(String url) {
    return host(url).filter(LOOPBACK::contains).isPresent();
  }

  private static Optional<String> host(String url) {
    try {
      URI uri = new URI(url.strip());
      boolean http = uri.getScheme() != null && uri.getScheme().matches("(?i)https?");
      return Optional.ofNullable(uri.getHost()).filter(host -> http);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
