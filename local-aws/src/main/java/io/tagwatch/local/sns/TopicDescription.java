package io.tagwatch.local.sns;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes of a topic as GetTopicAttributes shows them: those set, those fixed, those
 * counted.
 */
final class TopicDescription {
  private static final String DELIVERY =
      """
      {"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,\
      "numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,\
      "backoffFunction":"linear"},\
      "disableSubscriptionOverrides":false,\
      "defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}""";

  /** What AWS gives a topic without a policy: everything is allowed to its owner. */
  private static final String POLICY =
      """
      {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[\
      {"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},\
      "Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission",\
      "SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic",\
      "SNS:Publish"],"Resource":"%s","Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}""";

  private TopicDescription() {}

  static Map<String, String> of(Topic topic, List<Subscription> subscribers) {
    long confirmed = subscribers.stream().filter(Subscription::confirmed).count();
    Map<String, String> all = new TreeMap<>();
    all.put("DisplayName", "");
    all.put("EffectiveDeliveryPolicy", DELIVERY);
    all.put("Owner", topic.arn().account());
    all.put("Policy", POLICY.formatted(topic.arn(), topic.arn().account()));
    all.put("SubscriptionsConfirmed", String.valueOf(confirmed));
    all.put("SubscriptionsDeleted", String.valueOf(topic.unsubscribed()));
    all.put("SubscriptionsPending", String.valueOf(subscribers.size() - confirmed));
    all.put("TopicArn", topic.arn().toString());
    all.putAll(topic.attributes());
    return all;
  }
}
