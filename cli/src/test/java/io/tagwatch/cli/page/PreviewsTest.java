package io.tagwatch.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.page.Previews.Preview;
import io.tagwatch.cli.page.chat.ChatReader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PreviewsTest {

  @Test
  void showsEachMessageAsItsChatDoes() {
    String html =
        Previews.html(
            List.of(
                new Preview("ops", "slack", ChatReader.read("slack", "{\"text\": \"*hi* there\"}")),
                new Preview("own", "carrier-pigeon", ChatReader.read("carrier-pigeon", "coo"))));

    assertThat(html)
        .contains("<article class=\"post slack\">")
        .contains("<b>#ops</b> <span class=\"soft\">Slack</span>")
        .contains("<strong>hi</strong> there")
        .contains("<article class=\"post webhook\">")
        .contains("carrier-pigeon");
  }

  @Test
  void runsNoScriptWhateverTheMessageSays() {
    String attack = HostileScene.ATTACK;
    String html =
        Previews.html(List.of(new Preview(attack, attack, ChatReader.read(attack, attack))));

    assertThat(html)
        .contains("default-src 'none'; style-src 'sha256-")
        .doesNotContain("<script", "<img", "<svg onload", "style=");
  }
}
