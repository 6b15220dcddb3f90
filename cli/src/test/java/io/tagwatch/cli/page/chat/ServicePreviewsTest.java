package io.tagwatch.cli.page.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The payloads that notify's own tests hold the channels to, as their readers see them. */
final class ServicePreviewsTest {
  private static final Path PAYLOADS = Path.of("../notify-lambda/src/test/resources/payloads");

  static Stream<Path> payloads() throws IOException {
    try (Stream<Path> files = Files.walk(PAYLOADS)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void previewsWhateverAChannelSends(Path file) throws IOException {
    ChatMessage message = read(file);

    assertThat(message.preview()).isNotBlank().doesNotContain("{", "(no text)", "(empty)");
    assertThat(ChatHtml.of(message)).doesNotContain("chat-verbatim", "<script", "style=", "<img");
    assertThat(ChatText.lines(message))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).isNotNull());
  }

  @ParameterizedTest
  @CsvSource({
    "slack-hook",
    "slack-bot",
    "discord",
    "teams",
    "telegram",
    "matrix",
    "pagerduty",
    "webhook"
  })
  void showsTitleFactsAndLinksOfAnAlarmOnEveryService(String service) throws IOException {
    ChatMessage message = read(PAYLOADS.resolve(service).resolve("firing.json"));

    assertThat(message.preview()).contains("CPU is 97.25 % on web-1");
    String html = ChatHtml.of(message);
    assertThat(html)
        .contains("web-1 (i-0abc123)")
        .contains("over 95 % for 3 of 3 minutes")
        .contains("href=\"https://wiki.example.com/cpu\"")
        .contains("tagwatch/prod/i-0abc123/cpu/critical");
  }

  @ParameterizedTest
  @CsvSource({"discord", "teams", "telegram", "matrix", "webhook"})
  void showsSignsThatWereMeantAsThemselves(String service) throws IOException {
    ChatMessage message = read(PAYLOADS.resolve(service).resolve("marks.json"));

    assertThat(String.join("\n", ChatText.lines(message)))
        .contains("<b> & *bold* _it_ `c` @everyone <!channel>")
        .contains("- [l](http://x) <script> snake_case");
    assertThat(ChatHtml.of(message)).doesNotContain("<script>").doesNotContain("href=\"http://x\"");
  }

  @ParameterizedTest
  @CsvSource({
    "slack-hook, #2eb67d",
    "discord, #2eb67d",
    "teams, #2eb886",
    "pagerduty, #2eb886",
  })
  void turnsGreenWhenItIsOver(String service, String color) throws IOException {
    assertThat(ChatHtml.of(read(PAYLOADS.resolve(service).resolve("resolved.json"))))
        .contains("fill=\"" + color + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          **bold** and *slanted*   | <strong>bold</strong> and <em>slanted</em>
          ~~gone~~ _slanted_       | <s>gone</s> <em>slanted</em>
          snake_case_name 2 * 3    | snake_case_name 2 * 3
          `a *b*`                  | <code>a *b*</code>
          \\*as it is\\*           | *as it is*
          [x](javascript:alert(1)) | x)
          **[a](https://b.example/)** | <strong><a rel="noopener noreferrer" target="_blank" href="https://b.example/">a</a></strong>
          open ** sign             | open ** sign
          """)
  void readsMarkdown(String markdown, String html) {
    assertThat(html(Markdown.parse(markdown))).isEqualTo(html);
  }

  @Test
  void readsQuotesAndMentionsOfDiscord() {
    assertThat(html(Markdown.parse("> said\n\n\nby <@80351>")))
        .isEqualTo("<blockquote>said</blockquote>by <span class=\"chat-mention\">@80351</span>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <b>a<i>b</b>c</i>         | <strong>a<em>b</em></strong>c
          <script>x</script>        | x
          a &lt;b&gt; &#39;&#x41;   | a &lt;b&gt; &#39;A
          <code>a<b>c</b></code>    | <code>a</code>
          <a href="data:x">y</a>    | y
          2 < 3                     | 2 &lt; 3
          """)
  void readsTheFewElementsThatChatsAllow(String text, String html) {
    assertThat(html(SimpleHtml.parse(text, true))).isEqualTo(html);
  }

  private static String html(List<Span> spans) {
    String html = ChatHtml.of(new ChatMessage("x", List.of(new Block.Paragraph(spans))));
    return html.substring("<div class=\"chat-text\">".length(), html.length() - "</div>".length());
  }

  private static ChatMessage read(Path file) throws IOException {
    String type = file.getParent().getFileName().toString().replaceFirst("-.*", "");
    return ChatReader.read(type, Files.readString(file));
  }
}
