package io.tagwatch.cli.page;

import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.cli.page.model.Story;
import io.tagwatch.cli.page.model.TagProblem;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.local.view.CheckView;
import io.tagwatch.local.view.CheckView.Run;
import io.tagwatch.local.view.CheckView.Verdict;
import io.tagwatch.local.view.CloudView;
import io.tagwatch.local.view.ConditionView.Side;
import io.tagwatch.local.view.ServerView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A scene whose every text tries to become something else. */
final class HostileScene {
  static final String ATTACK =
      "</script><script>window.hit=1</script><img src=x onerror=window.hit=2>\"'--><svg"
          + " onload=window.hit=3>${window.hit=4}";

  private static final Instant NOW = Scenes.NOW;

  private HostileScene() {}

  static Scene scene() {
    ServerView server =
        ServerView.of(
            ATTACK, ATTACK, ATTACK, ATTACK, NOW, true, Map.of(ATTACK, ATTACK, "Name", ATTACK));
    CheckView check =
        new CheckView(
            ATTACK,
            List.of(new Run(NOW.minusSeconds(600), NOW, Verdict.DOWN)),
            OptionalDouble.of(1),
            OptionalDouble.empty());
    CloudView cloud =
        new CloudView(
            NOW,
            false,
            ATTACK,
            List.of(server),
            List.of(
                Minutes.from(NOW.minusSeconds(180), 99, 99, 99)
                    .of(ATTACK + "/" + ATTACK, ATTACK)
                    .ownedBy(ATTACK)
                    .runbook("javascript:window.hit=5")
                    .alarm(ATTACK, ATTACK, Severity.CRITICAL, Side.ABOVE, 90, 1, 1)),
            List.of(check),
            List.of());
    return new Scene(
        cloud,
        List.of(
            new ChatPost(NOW, ATTACK, "slack", slack()),
            new ChatPost(NOW, ATTACK, ATTACK, ATTACK),
            new ChatPost(NOW, "hook", "webhook", "{\"title\": \"" + json(ATTACK) + "\"}")),
        List.of(new TagProblem(ATTACK, ATTACK, ATTACK, ATTACK)));
  }

  static Story story() {
    return new Story(
        ATTACK, ATTACK, true, List.of(new Story.Step(NOW, ATTACK, Story.Kind.EVENT, ATTACK, true)));
  }

  private static String slack() {
    String text = json(ATTACK);
    return """
        {"text": "%1$s <javascript:window.hit=6|x> <https://a.example/\\"onclick=window.hit=7|y>",
         "attachments": [{"color": "%1$s", "title": "%1$s", "title_link": "javascript:window.hit=8",
           "blocks": [{"type": "%1$s", "x": "%1$s"},
             {"type": "image", "alt_text": "%1$s", "image_url": "https://evil.example/pixel.png"}]}]}
        """
        .formatted(text);
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
