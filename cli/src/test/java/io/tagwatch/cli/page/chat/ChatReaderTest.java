package io.tagwatch.cli.page.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChatReaderTest {
  private static final String DISK =
      """
      {"text": "🔴 web-1: disk /data 96 % (critical over 90 %)",
       "attachments": [{"color": "#d92d20", "blocks": [
         {"type": "header", "text": {"type": "plain_text", "text": ":red_circle: Disk /data is 96.4 % full"}},
         {"type": "section", "text": {"type": "mrkdwn", "text": "over 90 % for *5 of 5* minutes"}},
         {"type": "section", "fields": [
           {"type": "mrkdwn", "text": "*Server*\\nweb-1"},
           {"type": "mrkdwn", "text": "*Owner*\\n<@U012AB3CD|jane>"}]},
         {"type": "actions", "elements": [
           {"type": "button", "style": "danger", "url": "https://wiki.example/disk",
            "text": {"type": "plain_text", "text": "Runbook"}}]},
         {"type": "context", "elements": [
           {"type": "mrkdwn", "text": "`tagwatch/prod/i-0abc/disk:/data/critical`"}]}]}]}
      """;

  @Test
  void writesASlackMessageAsLinesForATerminal() {
    ChatMessage message = ChatReader.read("slack", DISK);

    assertThat(message.preview()).isEqualTo("🔴 web-1: disk /data 96 % (critical over 90 %)");
    assertThat(ChatText.lines(message))
        .containsExactly(
            "🔴 web-1: disk /data 96 % (critical over 90 %)",
            "│ 🔴 Disk /data is 96.4 % full",
            "│ over 90 % for 5 of 5 minutes",
            "│ Server: web-1                           Owner: @jane",
            "│ [ Runbook ] https://wiki.example/disk",
            "│ `tagwatch/prod/i-0abc/disk:/data/critical`");
  }

  @Test
  void showsTheTextOnlyInTheNotificationWhenTheMessageHasBlocks() {
    ChatMessage message =
        ChatReader.read(
            "slack",
            """
            {"text": "on the lock screen", "blocks": [{"type": "divider"},
             {"type": "section", "text": {"type": "plain_text", "text": "in the chat"}}]}
            """);

    assertThat(message.preview()).isEqualTo("on the lock screen");
    assertThat(ChatText.lines(message))
        .contains("in the chat")
        .doesNotContain("on the lock screen");
  }

  @Test
  void alignsColumnsWhetherStyledOrNot() {
    ChatMessage message = ChatReader.read("slack", DISK);

    String styled = ChatText.styledLines(message).get(3);

    assertThat(styled).contains("\u001b[1m");
    assertThat(styled.replaceAll("\u001b\\[\\dm", "")).isEqualTo(ChatText.lines(message).get(3));
  }

  @Test
  void drawsASlackMessageAsHtml() {
    String html = ChatHtml.of(ChatReader.read("slack", DISK));

    assertThat(html)
        .contains("fill=\"#d92d20\"")
        .contains("<p class=\"chat-heading\">🔴 Disk /data is 96.4 % full</p>")
        .contains("<strong>Server</strong><br>web-1")
        .contains("<span class=\"chat-button danger\"><a ")
        .contains("href=\"https://wiki.example/disk\"")
        .doesNotContain("style=");
  }

  @Test
  void showsAPlainTextAndAnOldFashionedAttachment() {
    ChatMessage message =
        ChatReader.read(
            "slack",
            """
            {"attachments": [{"color": "good", "title": "Back", "title_link": "https://a.example/",
              "text": "a *b*", "fields": [{"title": "Was", "value": "23 min", "short": true}],
              "footer": "prod"}]}
            """);

    assertThat(ChatText.lines(message))
        .containsExactly("│ Back", "│ a b", "│ Was: 23 min", "│ prod");
    assertThat(message.preview()).isEqualTo("Back");
    assertThat(ChatHtml.of(message)).contains("fill=\"#2eb886\"");
  }

  @Test
  void showsBlocksItDoesNotDrawAsTheirJson() {
    ChatMessage message =
        ChatReader.read("slack", "{\"blocks\": [{\"type\": \"video\", \"title\": \"<b>\"}]}");

    assertThat(ChatHtml.of(message)).contains("video").contains("&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void showsPicturesAsLinksAndNeverLoadsThem() {
    ChatMessage message =
        ChatReader.read(
            "slack",
            """
            {"blocks": [{"type": "image", "alt_text": "last 3 hours",
              "image_url": "https://files.example/c.png"}]}
            """);

    assertThat(ChatHtml.of(message)).contains(">last 3 hours</a>").doesNotContain("<img");
    assertThat(ChatText.lines(message))
        .containsExactly("[last 3 hours] https://files.example/c.png");
  }

  @Test
  void readsAnyOtherJsonAsTitleFieldsAndTheRest() {
    ChatMessage message =
        ChatReader.read(
            "webhook",
            """
            {"kind": "alarm", "title": "Disk is full", "summary": "over 90 %", "owner": null,
             "resource": {"id": "i-0abc"}}
            """);

    assertThat(message.preview()).isEqualTo("Disk is full");
    assertThat(ChatText.lines(message))
        .containsExactly(
            "Disk is full",
            "over 90 %",
            "kind: alarm",
            "resource: {",
            "  \"id\" : \"i-0abc\"",
            "}");
  }

  @Test
  void showsWhatIsNotJsonAsText() {
    assertThat(ChatText.lines(ChatReader.read("slack", "no_service\nreally")))
        .containsExactly("no_service", "really");
  }

  @Test
  void keepsTerminalControlSequencesOut() {
    ChatMessage message =
        ChatReader.read("slack", "{\"text\": \"a\\u001b[2Jb\\u009b31mc\\u202ed\\u0007\"}");

    assertThat(ChatText.lines(message)).containsExactly("a[2Jb31mcd");
  }
}
