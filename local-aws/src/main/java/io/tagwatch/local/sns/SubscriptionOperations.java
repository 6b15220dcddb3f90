package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Entries;
import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** The operations on subscriptions. */
final class SubscriptionOperations {
  private static final Set<String> MAIL = Set.of("email", "email-json");
  private static final Set<String> OTHERS =
      Set.of("http", "https", "sms", "lambda", "application", "firehose");
  private static final String PENDING = "pending confirmation";

  private final Topics topics;
  private final Supplier<UUID> ids;

  SubscriptionOperations(Topics topics, Supplier<UUID> ids) {
    this.topics = topics;
    this.ids = ids;
  }

  Map<String, Object> subscribe(Call call) {
    Params params =
        call.params()
            .heeding(
                Set.of("TopicArn", "Protocol", "Endpoint", "Attributes", "ReturnSubscriptionArn"));
    TopicArn topic = TopicArn.parse("TopicArn", params.text("TopicArn").orElse(""));
    String protocol = params.text("Protocol").orElse("");
    String endpoint = params.text("Endpoint").orElse("");
    requireReachable(protocol, endpoint);
    Subscription subscription =
        topics.subscribe(
            new Subscription(
                topic + ":" + ids.get(),
                topic,
                protocol,
                endpoint,
                protocol.equals(Subscription.QUEUE),
                SubscriptionAttribute.changed(
                    Map.of(), wanted(params), SubscriptionAttribute.IN_SUBSCRIBE)));
    boolean shown = subscription.confirmed() || params.flag("ReturnSubscriptionArn").orElse(false);
    return Map.of("SubscriptionArn", shown ? subscription.arn() : PENDING);
  }

  private static Map<String, String> wanted(Params params) {
    Map<String, String> wanted = new LinkedHashMap<>();
    params
        .structure("Attributes")
        .ifPresent(map -> map.names().forEach(name -> wanted.put(name, map.requiredText(name))));
    return wanted;
  }

  private static void requireReachable(String protocol, String endpoint) {
    if (protocol.equals(Subscription.QUEUE)) {
      if (!endpoint.matches("arn:[^:]+:sqs:[^:]+:[^:]+:[^:]+")) {
        throw SnsFaults.invalid("SQS endpoint ARN");
      }
      if (endpoint.endsWith(".fifo")) {
        throw SnsFaults.invalid(
            "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to "
                + "standard SNS topics");
      }
    } else if (MAIL.contains(protocol)) {
      if (!endpoint.contains("@")) {
        throw SnsFaults.invalid("Email address");
      }
    } else if (OTHERS.contains(protocol)) {
      throw SnsFaults.notModelled("Protocol", "delivery by " + protocol);
    } else {
      throw SnsFaults.invalid("Amazon SNS does not support this protocol string: " + protocol);
    }
  }

  Map<String, Object> unsubscribe(Call call) {
    String arn = subscriptionArn(call.params().heeding(Set.of("SubscriptionArn")));
    TopicArn.parse("SubscriptionArn", arn);
    topics.unsubscribe(arn);
    return Map.of();
  }

  Map<String, Object> list(Call call) {
    call.params().heeding(Set.of("NextToken"));
    return Pages.page(
        call,
        topics.subscriptionsIn(call.region()),
        Subscription::arn,
        "Subscriptions",
        SubscriptionOperations::shown);
  }

  Map<String, Object> listByTopic(Call call) {
    Params params = call.params().heeding(Set.of("TopicArn", "NextToken"));
    TopicArn topic = TopicArn.parse("TopicArn", params.text("TopicArn").orElse(""));
    topics.existing(topic);
    return Pages.page(
        call,
        topics.subscribersOf(topic),
        Subscription::arn,
        "Subscriptions",
        SubscriptionOperations::shown);
  }

  private static Map<String, Object> shown(Subscription subscription) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(
        "SubscriptionArn", subscription.confirmed() ? subscription.arn() : "PendingConfirmation");
    shown.put("Owner", subscription.topic().account());
    shown.put("Protocol", subscription.protocol());
    shown.put("Endpoint", subscription.endpoint());
    shown.put("TopicArn", subscription.topic().toString());
    return shown;
  }

  Map<String, Object> attributes(Call call) {
    Params params = call.params().heeding(Set.of("SubscriptionArn"));
    Subscription subscription = topics.subscription(checkedArn(params));
    String account = subscription.topic().account();
    Map<String, String> all = new TreeMap<>(subscription.attributes());
    all.put("ConfirmationWasAuthenticated", String.valueOf(subscription.confirmed()));
    all.put("Endpoint", subscription.endpoint());
    all.put("Owner", account);
    all.put("PendingConfirmation", String.valueOf(!subscription.confirmed()));
    all.put("Protocol", subscription.protocol());
    all.put("SubscriptionArn", subscription.arn());
    all.put("SubscriptionPrincipal", "arn:aws:iam::" + account + ":root");
    all.put("TopicArn", subscription.topic().toString());
    all.putIfAbsent(SubscriptionAttribute.RAW, "false");
    if (all.containsKey(SubscriptionAttribute.FILTER)) {
      all.putIfAbsent(SubscriptionAttribute.SCOPE, SubscriptionAttribute.ON_ATTRIBUTES);
    } else {
      all.remove(SubscriptionAttribute.SCOPE);
    }
    return Map.of("Attributes", new Entries(all));
  }

  Map<String, Object> setAttributes(Call call) {
    Params params =
        call.params().heeding(Set.of("SubscriptionArn", "AttributeName", "AttributeValue"));
    String name =
        params.text("AttributeName").orElseThrow(() -> SnsFaults.invalid("AttributeName"));
    String value = params.text("AttributeValue").orElse("");
    topics.changeSubscription(
        checkedArn(params),
        subscription ->
            subscription.with(
                SubscriptionAttribute.changed(
                    subscription.attributes(),
                    Map.of(name, value),
                    SubscriptionAttribute.BY_ITSELF)));
    return Map.of();
  }

  private static String checkedArn(Params params) {
    String arn = subscriptionArn(params);
    TopicArn.parse("SubscriptionArn", arn);
    return arn;
  }

  private static String subscriptionArn(Params params) {
    return params.text("SubscriptionArn").orElse("");
  }
}
