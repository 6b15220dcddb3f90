package io.tagwatch.cli.page.chat;

import java.util.List;

/** One line of Slack's markup. A sign only opens at the start of a word and closes at its end. */
final class MrkdwnLine extends MarkedLine {
  MrkdwnLine(String line) {
    super(line);
  }

  @Override
  int marked(char sign) {
    return switch (sign) {
      case '<' -> angle();
      case '`' -> code();
      case '*', '_', '~' -> styled(sign);
      default -> at();
    };
  }

  @Override
  String decoded(String text) {
    return Mrkdwn.decode(text);
  }

  @Override
  String shown(String text) {
    return Emoji.draw(decoded(text));
  }

  private int angle() {
    int close = line().indexOf('>', at());
    if (close < 0) {
      return at();
    }
    add(bracketed(line().substring(at() + 1, close)));
    return close + 1;
  }

  private int styled(char sign) {
    int close = opens(sign) ? closing(sign) : -1;
    if (close < 0) {
      return at();
    }
    List<Span> inner = new MrkdwnLine(line().substring(at() + 1, close)).spans();
    add(
        switch (sign) {
          case '*' -> new Span.Strong(inner);
          case '_' -> new Span.Emphasis(inner);
          default -> new Span.Struck(inner);
        });
    return close + 1;
  }

  private boolean opens(char sign) {
    boolean startsWord = at() == 0 || !Character.isLetterOrDigit(line().charAt(at() - 1));
    return startsWord
        && at() + 1 < line().length()
        && !Character.isWhitespace(line().charAt(at() + 1))
        && line().charAt(at() + 1) != sign;
  }

  private int closing(char sign) {
    for (int i = at() + 1; i < line().length(); i++) {
      char c = line().charAt(i);
      if (c == '<' && line().indexOf('>', i) > 0) {
        i = line().indexOf('>', i);
      } else if (c == sign && i > at() + 1 && endsWord(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean endsWord(int i) {
    return !Character.isWhitespace(line().charAt(i - 1))
        && (i + 1 == line().length() || !Character.isLetterOrDigit(line().charAt(i + 1)));
  }

  private static Span bracketed(String token) {
    int bar = token.indexOf('|');
    String target = bar < 0 ? token : token.substring(0, bar);
    String label = bar < 0 ? "" : Mrkdwn.decode(token.substring(bar + 1));
    if (target.startsWith("!date^")) {
      return new Span.Plain(label);
    }
    if (target.startsWith("!")) {
      return new Span.Mention(label.isEmpty() ? "@" + target.substring(1) : label);
    }
    if (target.startsWith("@") || target.startsWith("#")) {
      return new Span.Mention(label.isEmpty() ? target : target.charAt(0) + label);
    }
    String url = Mrkdwn.decode(target);
    return new Span.Link(List.of(new Span.Plain(label.isEmpty() ? url : Emoji.draw(label))), url);
  }
}
