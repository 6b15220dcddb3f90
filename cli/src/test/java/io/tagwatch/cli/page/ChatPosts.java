package io.tagwatch.cli.page;

import io.tagwatch.cli.page.model.ChatPost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What ops was told that morning, as Slack payloads. */
final class ChatPosts {
  private static final String RED = "#d0021b";
  private static final String GREEN = "#2eb67d";
  private static final String YELLOW = "#ecb22e";

  private ChatPosts() {}

  static List<ChatPost> of(boolean fire) {
    List<ChatPost> posts = new ArrayList<>();
    posts.add(
        slack(
            44,
            RED,
            "🔴 *api is down: status 503, expected 200*",
            "since 01:41 UTC",
            "Check",
            "api"));
    posts.add(slack(48, GREEN, "🟢 *api is up again*", "was down for 4 min", "Check", "api"));
    posts.add(
        slack(
            62,
            YELLOW,
            "🟡 *db-1: tag tagwatch:cpu = \\\"9O\\\" is not a number (column 1)*",
            "Still using 80/95.",
            "Server",
            "db-1"));
    posts.add(
        slack(
            117,
            RED,
            "🔴 *<https://console.aws.amazon.com/|Disk /data is 92.5 % full on web-1>* (critical"
                + " over 90 %) <@U012AB3CD|jane>",
            "5 of 5 minutes · since 02:53 UTC",
            "Server",
            "web-1 (t3.large)"));
    posts.add(
        slack(
            132, RED, "🔴 *shop is down: connection refused*", "since 03:09 UTC", "Check", "shop"));
    if (!fire) {
      posts.add(
          slack(
              143,
              GREEN,
              "🟢 *Disk /data is back to 71.2 % on web-1*",
              "was critical for 25 min",
              "Server",
              "web-1 (t3.large)"));
      posts.add(slack(147, GREEN, "🟢 *shop is up again*", "was down for 15 min", "Check", "shop"));
    }
    return posts;
  }

  private static ChatPost slack(
      int minute, String color, String text, String summary, String field, String subject) {
    String payload =
        """
        {"text": "%s", "attachments": [{"color": "%s", "blocks": [
          {"type": "section", "text": {"type": "mrkdwn", "text": "%s"}},
          {"type": "section", "fields": [
            {"type": "mrkdwn", "text": "*%s*\\n%s"},
            {"type": "mrkdwn", "text": "*Deployment*\\ndemo"}]},
          {"type": "actions", "elements": [
            {"type": "button", "url": "https://wiki.example.com/",
             "text": {"type": "plain_text", "text": "Runbook"}},
            {"type": "button", "url": "https://console.aws.amazon.com/",
             "text": {"type": "plain_text", "text": "Metric"}}]},
          {"type": "context", "elements": [
            {"type": "mrkdwn", "text": "acme-prod 1234-5678-9012 · eu-west-1"}]}]}]}
        """
            .formatted(text, color, summary, field, subject);
    return new ChatPost(Scenes.START.plus(Duration.ofMinutes(minute)), "ops", "slack", payload);
  }
}
