package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a mail that was sent through SES: a bounce, a complaint, or other news. */
final class MailNotice implements Recogniser {
  private static final int MOST_RECIPIENTS = 10;

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Json json = message.json();
    return type(json).isPresent() && json.at("mail").isObject()
        ? Optional.of(notification(message, json))
        : Optional.empty();
  }

  /** Notifications of an identity and events of a configuration set name it differently. */
  private static Optional<String> type(Json json) {
    Optional<String> type = json.text("notificationType");
    return type.isPresent() ? type : json.text("eventType");
  }

  private static Notification notification(Incoming message, Json json) {
    String type = type(json).orElse("");
    Json news = json.at(type.toLowerCase(Locale.ROOT));
    List<String> recipients = recipients(json, news);
    Draft draft =
        Notification.draft(message.id())
            .title(title(type, recipients))
            .criterion(kind(news))
            .looks(look(type, news))
            .summary(diagnosis(news))
            .account(json.text("mail", "sendingAccountId"))
            .occurredAt(news.text("timestamp").flatMap(Times::parse).or(message::sentAt));
    return draft
        .field("From", json.text("mail", "source"))
        .field("To", recipients.size() > 1 ? String.join(", ", recipients) : "")
        .field("Subject", json.text("mail", "commonHeaders", "subject"))
        .field("Mail", json.text("mail", "messageId"))
        .field("Account", json.text("mail", "sendingAccountId").map(Account::print))
        .build();
  }

  private static String title(String type, List<String> recipients) {
    String to =
        switch (recipients.size()) {
          case 0 -> "A mail";
          case 1 -> "A mail to " + recipients.getFirst();
          default -> "A mail to " + recipients.getFirst() + " and others";
        };
    return switch (type) {
      case "Bounce" -> to + " bounced";
      case "Complaint" -> to + " brought a complaint";
      case "Delivery" -> to + " was delivered";
      case "Received" -> to + " came in";
      default -> to + ": " + type;
    };
  }

  private static List<String> recipients(Json json, Json news) {
    List<String> concerned =
        news.items("bouncedRecipients").isEmpty()
            ? news.items("complainedRecipients").stream()
                .flatMap(it -> it.text("emailAddress").stream())
                .toList()
            : news.items("bouncedRecipients").stream()
                .flatMap(it -> it.text("emailAddress").stream())
                .toList();
    return (concerned.isEmpty()
            ? json.items("mail", "destination").stream().flatMap(it -> it.text().stream()).toList()
            : concerned)
        .stream().limit(MOST_RECIPIENTS).toList();
  }

  private static Optional<String> kind(Json news) {
    Optional<String> bounce = news.text("bounceType");
    String more = news.text("bounceSubType").map(it -> ", " + it).orElse("");
    return bounce.isPresent()
        ? bounce.map(it -> (it + more).toLowerCase(Locale.ROOT))
        : news.text("complaintFeedbackType");
  }

  private static String diagnosis(Json news) {
    return news.items("bouncedRecipients").stream()
        .flatMap(it -> it.text("diagnosticCode").stream())
        .findFirst()
        .orElse("");
  }

  private static Optional<Look> look(String type, Json news) {
    boolean bad =
        type.equals("Complaint")
            || type.equals("Reject")
            || news.text("bounceType").map("Permanent"::equals).orElse(false);
    return bad ? Optional.of(Look.WARNING) : Optional.empty();
  }
}
