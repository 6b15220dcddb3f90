package io.tagwatch.alarms;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mistakes in the environment's variables. Values of addresses are not repeated, since one may
 * hold a password.
 */
final class Variables {
  /** It stands in names of alarms, queues and topics. */
  private static final Pattern DEPLOYMENT = Pattern.compile("[A-Za-z0-9._\\-]{1,64}");

  /** See {@code Namespace} in the API reference of PutMetricData; room is left for /Uptime. */
  private static final Pattern NAMESPACE =
      Pattern.compile("[A-Za-z0-9._\\-/#][A-Za-z0-9._\\-/#:]{0,199}");

  private static final List<String> ADDRESSES =
      List.of(
          "AWS_ENDPOINT_URL",
          "AWS_ENDPOINT_URL_CLOUDWATCH",
          "AWS_ENDPOINT_URL_EC2",
          "AWS_ENDPOINT_URL_SNS",
          "AWS_ENDPOINT_URL_S3",
          "AWS_ENDPOINT_URL_SQS",
          "AWS_ENDPOINT_URL_STS",
          "TAGWATCH_QUEUE_URL");
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private Variables() {}

  /** All mistakes; empty when there are none. */
  static Problems problems(Environment environment) {
    Problems problems = new Problems("environment");
    if (!DEPLOYMENT.matcher(environment.deployment()).matches()) {
      add(
          problems,
          "TAGWATCH_DEPLOYMENT",
          "\"" + environment.deployment() + "\" must be 1 to 64 letters, digits and . _ -");
    }
    if (!NAMESPACE.matcher(environment.namespace()).matches()) {
      add(
          problems,
          "TAGWATCH_NAMESPACE",
          "\""
              + environment.namespace()
              + "\" must be 1 to 200 letters, digits and . _ - / # :, the first no colon");
    }
    if (environment.region().isEmpty()) {
      add(problems, "AWS_REGION", "is not set; set it to your region, such as eu-west-1");
    }
    for (String name : ADDRESSES) {
      if (environment.value(name).filter(value -> !isAddress(value)).isPresent()) {
        add(
            problems,
            name,
            "is no address; write https:// and a host, such as https://example.com");
      }
    }
    return problems;
  }

  private static void add(Problems problems, String name, String message) {
    problems.add(Place.ofPath(name), message);
  }

  private static boolean isAddress(String value) {
    try {
      URI uri = new URI(value);
      return uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme().toLowerCase(java.util.Locale.ROOT))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
