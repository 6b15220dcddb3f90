package io.tagwatch.cli.page.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MrkdwnTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          *bold*                        | <strong>bold</strong>
          a *bold* word                 | a <strong>bold</strong> word
          _slanted_ ~gone~              | <em>slanted</em> <s>gone</s>
          *_both_*                      | <strong><em>both</em></strong>
          2*3*4                         | 2*3*4
          snake_case_name               | snake_case_name
          * not bold *                  | * not bold *
          **                            | **
          `*as it is*`                  | <code>*as it is*</code>
          `disk > 90`                   | <code>disk &gt; 90</code>
          open ` tick                   | open ` tick
          *web-1*: 96 %                 | <strong>web-1</strong>: 96 %
          :red_circle: down             | 🔴 down
          12:30:45                      | 12:30:45
          :unheard_of:                  | :unheard_of:
          """)
  void drawsStyles(String markup, String html) {
    assertThat(html(markup)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\u0000',
      textBlock =
          """
          <https://a.example/x?y=1&amp;z=2|open> # <a rel="noopener noreferrer" target="_blank" href="https://a.example/x?y=1&amp;z=2">open</a>
          *<https://a.example/b*|x>* # <strong><a rel="noopener noreferrer" target="_blank" href="https://a.example/b*">x</a></strong>
          <javascript:alert(1)|open> # open
          <@U012AB3CD|jane> # <span class="chat-mention">@jane</span>
          <@U012AB3CD> # <span class="chat-mention">@U012AB3CD</span>
          <!here> # <span class="chat-mention">@here</span>
          <!date^1392734382^{date}|18 February> # 18 February
          5 < 6 # 5 &lt; 6
          a &lt;b&gt; &amp;lt; # a &lt;b&gt; &amp;lt;
          """)
  void drawsLinksMentionsAndEntities(String markup, String html) {
    assertThat(html(markup)).isEqualTo(html);
  }

  @Test
  void keepsLinesQuotesAndFencedCode() {
    String markup = "first\n> quoted *line*\nlast\n```\nx < 1\n*y*\n```\nend";

    assertThat(html(markup))
        .isEqualTo(
            "first<br><blockquote>quoted <strong>line</strong></blockquote>last"
                + "<pre>x &lt; 1\n*y*</pre>end");
  }

  @Property
  void neverLetsMarkupThrough(
      @ForAll @Chars({'<', '>', '&', '"', '*', '_', '`', '|', 'a', ' ', '\n', ':', '!'})
          String text) {
    String html = html(text);

    String withoutOurs =
        html.replaceAll(
            "</?(strong|em|s|code|pre|blockquote|br|a|span)( [a-z]+=\"[^\"<>]*\")*>", "");
    assertThat(withoutOurs).doesNotContain("<").doesNotContain(">");
  }

  private static String html(String markup) {
    List<Block> blocks = List.of(new Block.Paragraph(Mrkdwn.parse(markup)));
    String html = ChatHtml.of(new ChatMessage("x", blocks));
    return html.substring("<div class=\"chat-text\">".length(), html.length() - "</div>".length());
  }
}
