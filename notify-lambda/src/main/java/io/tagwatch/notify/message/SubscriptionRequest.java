package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SNS asks whether a topic of another account may send here: the envelope of type {@code
 * SubscriptionConfirmation}. Told with the command that confirms it; not with the address that SNS
 * gives, since chats open addresses to preview them, and opening this one confirms. See the SNS
 * developer guide, "Confirm the subscription", and the reference of ConfirmSubscription.
 */
final class SubscriptionRequest implements Recogniser {
  private static final Pattern TOKEN = Pattern.compile("[0-9a-zA-Z]{1,1000}");
  private static final Pattern TOPIC =
      Pattern.compile("arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}");

  /** Whether an envelope is such a request and not a message. */
  static boolean is(Json envelope) {
    return envelope.text("Type").filter("SubscriptionConfirmation"::equals).isPresent()
        && envelope.text("Token").filter(token -> TOKEN.matcher(token).matches()).isPresent()
        && envelope.text("TopicArn").filter(topic -> TOPIC.matcher(topic).matches()).isPresent();
  }

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return is(message.json()) ? Optional.of(notification(message)) : Optional.empty();
  }

  private static Notification notification(Incoming message) {
    Arn topic = Arn.parse(message.json().text("TopicArn")).orElseThrow();
    String command =
        "aws sns confirm-subscription --region %s --topic-arn %s --token %s"
            .formatted(topic.region(), topic.text(), message.json().text("Token").orElseThrow());
    return Notification.draft(message.id())
        .title("The topic " + topic.resource() + " asks to be confirmed before it sends here")
        .summary("If this is meant, run:\n" + command)
        .looks(Optional.of(Look.NOTICE))
        .account(topic.accountIfAny())
        .region(topic.regionIfAny())
        .field("Account", topic.accountIfAny().map(Account::print))
        .field("Region", topic.regionIfAny())
        .occurredAt(message.sentAt())
        .build();
  }
}
