package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses in the AWS console. Its domain differs by partition: {@code console.aws.amazon.com},
 * {@code console.amazonaws.cn}, {@code console.amazonaws-us-gov.com}, {@code
 * console.amazonaws-eusc.eu}.
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
    return page(
        "Instance", region, "ec2/home", "#InstanceDetails:instanceId=" + encode(instanceId));
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
    if (type.startsWith("GuardDuty") && id.isPresent()) {
      String one = "#/findings?macros=all&fId=" + encode(id.get());
      return page("Finding", region, "guardduty/home", one);
    }
    return type.startsWith("Security Hub")
        ? page("Findings", region, "securityhub/home", "#/findings")
        : Optional.empty();
  }

  /** Whatever page the console has for an ARN; only where it is known to find it. */
  static Optional<Link> resource(Optional<String> arn) {
    return Arn.parse(arn)
        .filter(one -> one.partition().equals("aws") && !one.resource().isEmpty())
        .flatMap(
            one ->
                Link.of(
                    "Resource",
                    "https://console.aws.amazon.com/go/view?arn=" + encode(one.text())));
  }

  /** A pipeline of CodePipeline. */
  static Optional<Link> pipeline(Optional<String> region, Optional<String> name) {
    return name.flatMap(
        one ->
            page(
                "Pipeline",
                region,
                "codesuite/codepipeline/pipelines/" + encode(one) + "/view",
                ""));
  }

  /** A deployment of CodeDeploy. */
  static Optional<Link> deployment(Optional<String> region, Optional<String> id) {
    return id.flatMap(
        one -> page("Deployment", region, "codesuite/codedeploy/deployments/" + encode(one), ""));
  }

  /** A stack of CloudFormation, by its ARN. */
  static Optional<Link> stack(Optional<Arn> id) {
    return id.flatMap(
        arn ->
            page(
                "Stack",
                arn.regionIfAny(),
                "cloudformation/home",
                "#/stacks/stackinfo?stackId=" + encode(arn.text())));
  }

  private static Optional<Link> cloudWatch(String label, Optional<String> region, String page) {
    return page(label, region, "cloudwatch/home", "#" + page);
  }

  /** Empty where the console is not known, as in the partitions of the ISO regions. */
  private static Optional<String> root(String region) {
    String lower = region.toLowerCase(Locale.ROOT);
    return lower.contains("-iso")
        ? Optional.empty()
        : Optional.of("https://" + lower + "." + domain(lower));
  }

  private static String domain(String region) {
    if (region.startsWith("cn-")) {
      return "console.amazonaws.cn";
    }
    if (region.startsWith("us-gov-")) {
      return "console.amazonaws-us-gov.com";
    }
    return region.startsWith("eusc-") ? "console.amazonaws-eusc.eu" : "console.aws.amazon.com";
  }

  /** A page of a service: {@code path} and what follows {@code #}. */
  static Optional<Link> page(String label, Optional<String> region, String path, String fragment) {
    if (region.isEmpty()) {
      return Optional.empty();
    }
    String query = "?region=" + encode(region.get());
    return root(region.get()).flatMap(root -> Link.of(label, root + "/" + path + query + fragment));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
