package io.tagwatch.cli.page.chat;

import java.util.ArrayList;
import java.util.List;

/** A stretch of text in one style. Texts are decoded: they hold what a person reads. */
public sealed interface Span {

  record Plain(String text) implements Span {}

  record Strong(List<Span> spans) implements Span {}

  record Emphasis(List<Span> spans) implements Span {}

  record Struck(List<Span> spans) implements Span {}

  record Code(String text) implements Span {}

  /** Several lines as they were typed. */
  record Preformatted(String text) implements Span {}

  record Quote(List<Span> spans) implements Span {}

  /** Any scheme; the writers decide which ones may be followed. */
  record Link(List<Span> label, String url) implements Span {}

  /** A person, a group or a channel, with its sign: {@code @jane}, {@code #ops}. */
  record Mention(String text) implements Span {}

  record LineBreak() implements Span {}

  /** Plain text with its line breaks. */
  static List<Span> lines(String text) {
    List<Span> spans = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!spans.isEmpty()) {
        spans.add(new LineBreak());
      }
      spans.add(new Plain(line));
    }
    return List.copyOf(spans);
  }
}
