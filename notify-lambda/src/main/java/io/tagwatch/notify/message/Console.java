package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
    if (arn.isEmpty() || !arn.get().resource().startsWith("alarm:")) {
      return Optional.empty();
    }
    String name = arn.get().resource().substring("alarm:".length());
    return cloudWatch("Alarm", arn.get().regionIfAny(), "alarmsV2:alarm/" + encode(name));
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
    String name = encode(encode(group)).replace("%", "$");
    return cloudWatch("Logs", region, "logsV2:log-groups/log-group/" + name);
  }

  /** The page of a dashboard. */
  static Optional<Link> dashboard(Optional<String> region, String name) {
    return cloudWatch("Dashboard", region, "dashboards/dashboard/" + encode(name));
  }

  /** The graph of a series in the three hours before {@code at} and an hour after. */
  static Optional<Link> metric(
      Optional<String> region, AlarmFacts.Metric metric, Optional<Instant> at) {
    return region.isEmpty()
        ? Optional.empty()
        : cloudWatch(
            "Metric", region, "metricsV2:graph=" + MetricGraph.of(metric, region.get(), at));
  }

  /** An event of AWS Health, by its ARN; only where its console is known. */
  static Optional<Link> health(Optional<String> eventArn) {
    return Arn.parse(eventArn)
        .filter(arn -> arn.partition().equals("aws"))
        .flatMap(
            arn ->
                Link.of(
                    "Health",
                    "https://health.aws.amazon.com/health/home#/account/event-log?eventID="
                        + encode(arn.text())));
  }

  /** A finding of GuardDuty; the list of findings of Security Hub. */
  static Optional<Link> finding(String type, Optional<String> region, Optional<String> id) {
    if (region.isEmpty()) {
      return Optional.empty();
    }
    String home = root(region.get()) + "/%s/home?region=" + encode(region.get()) + "#/findings";
    if (type.startsWith("GuardDuty") && id.isPresent()) {
      return Link.of(
          "Finding", home.formatted("guardduty") + "?macros=all&fId=" + encode(id.get()));
    }
    return type.startsWith("Security Hub")
        ? Link.of("Findings", home.formatted("securityhub"))
        : Optional.empty();
  }

  private static Optional<Link> cloudWatch(String label, Optional<String> region, String page) {
    return region.isEmpty()
        ? Optional.empty()
        : Link.of(
            label,
            root(region.get()) + "/cloudwatch/home?region=" + encode(region.get()) + "#" + page);
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
