package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses in the AWS console. Its domain differs by partition: {@code console.aws.amazon.com},
 * {@code console.amazonaws.cn}, {@code console.amazonaws-us-gov.com}.
 */
final class Console {
  private Console() {}

  /** The page of an alarm, from its ARN. */
  static Optional<Link> alarm(Optional<Arn> arn) {
    return arn.filter(a -> !a.region().isEmpty() && a.resource().startsWith("alarm:"))
        .flatMap(
            a ->
                Link.of(
                    "Alarm",
                    root(a.region())
                        + "/cloudwatch/home?region="
                        + encode(a.region())
                        + "#alarmsV2:alarm/"
                        + encode(a.resource().substring("alarm:".length()))));
  }

  /** The page of an EC2 instance. */
  static Optional<Link> instance(Optional<String> region, String instanceId) {
    return region.flatMap(
        r ->
            Link.of(
                "Instance",
                root(r)
                    + "/ec2/home?region="
                    + encode(r)
                    + "#InstanceDetails:instanceId="
                    + encode(instanceId)));
  }

  /** The page of a Lambda function's or any other log group. */
  static Optional<Link> logs(Optional<String> region, String group) {
    return region.flatMap(
        r ->
            Link.of(
                "Logs",
                root(r)
                    + "/cloudwatch/home?region="
                    + encode(r)
                    + "#logsV2:log-groups/log-group/"
                    + encode(encode(group)).replace("%", "$")));
  }

  private static String root(String region) {
    String lower = region.toLowerCase(Locale.ROOT);
    String domain =
        lower.startsWith("cn-")
            ? "console.amazonaws.cn"
            : lower.startsWith("us-gov-")
                ? "console.amazonaws-us-gov.com"
                : "console.aws.amazon.com";
    return "https://" + lower + "." + domain;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
