package io.tagwatch.common;

import io.tagwatch.common.config.ConfigException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What a function learns from its process: environment variables and the time. Handed to handlers,
 * so that the laptop runs the same handlers with other values.
 *
 * @param variables environment variables by name
 * @param clock the current time
 */
public record Environment(Map<String, String> variables, InstantSource clock) {

  public Environment {
    variables = Map.copyOf(variables);
  }

  /** The environment of this process and the system's clock. */
  public static Environment ofProcess() {
    return new Environment(System.getenv(), InstantSource.system());
  }

  /** {@code TAGWATCH_CONFIG_DIR}, default {@code /opt/tagwatch}: the folder of the JSON files. */
  public Path configDirectory() {
    return Path.of(value("TAGWATCH_CONFIG_DIR").orElse("/opt/tagwatch"));
  }

  /** {@code TAGWATCH_DEPLOYMENT}, default {@code default}. */
  public String deployment() {
    return value("TAGWATCH_DEPLOYMENT").orElse("default");
  }

  /** {@code TAGWATCH_NAMESPACE}, default {@code Tagwatch}. */
  public String namespace() {
    return value("TAGWATCH_NAMESPACE").orElse("Tagwatch");
  }

  /** {@code TAGWATCH_TOPIC_ARN}: where alarms are announced. */
  public Optional<String> topicArn() {
    return value("TAGWATCH_TOPIC_ARN");
  }

  /** {@code AWS_REGION}, else {@code AWS_DEFAULT_REGION}. */
  public Optional<String> region() {
    return value("AWS_REGION").or(() -> value("AWS_DEFAULT_REGION"));
  }

  /**
   * The endpoint for a service: {@code AWS_ENDPOINT_URL_<SERVICE>}, else {@code AWS_ENDPOINT_URL};
   * empty for the real one.
   *
   * @param service the service identifier in the SDK's spelling, such as {@code CLOUDWATCH}
   * @throws ConfigException when it is no http or https URL with a host
   */
  public Optional<URI> endpoint(String service) {
    String own = "AWS_ENDPOINT_URL_" + service;
    String variable = value(own).isPresent() ? own : "AWS_ENDPOINT_URL";
    return value(variable).map(text -> url(variable, text.strip()));
  }

  private static URI url(String variable, String text) {
    try {
      URI uri = new URI(text);
      boolean http =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (http && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below with the remedy, which a parser's reason does not give.
    }
    throw ConfigException.of(
        "environment",
        variable + " \"" + text + "\" is not a URL; write https://host or http://127.0.0.1:port");
  }

  /** A variable; empty when it is not set or blank. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
