package io.tagwatch.cli.page.chat;

import java.util.List;

/**
 * Writes a message as HTML without inline styles, scripts or pictures, so that it works under a
 * strict content security policy. Its classes, all beginning with {@code chat-}, are in page.css.
 */
public final class ChatHtml {
  private final StringBuilder html = new StringBuilder();

  private ChatHtml() {}

  /** The message's blocks, to be put into any element. */
  public static String of(ChatMessage message) {
    ChatHtml writer = new ChatHtml();
    message.blocks().forEach(writer::block);
    return writer.html.toString();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading(var spans) -> element("p", "chat-heading", () -> spans(spans));
      case Block.Paragraph(var spans) -> element("div", "chat-text", () -> spans(spans));
      case Block.Context(var spans) -> element("div", "chat-context", () -> spans(spans));
      case Block.Columns(var cells) ->
          element("div", "chat-columns", () -> cells.forEach(this::cell));
      case Block.Buttons(var buttons) ->
          element("div", "chat-buttons", () -> buttons.forEach(this::button));
      case Block.Divider() -> html.append("<hr class=\"chat-divider\">");
      case Block.Picture(var description, var url) ->
          element("div", "chat-picture", () -> link(() -> text(description), url));
      case Block.Barred(var color, var blocks) -> barred(color, blocks);
      case Block.Verbatim(var name, var json) -> verbatim(name, json);
    }
  }

  private void cell(List<Span> spans) {
    element("div", "chat-cell", () -> spans(spans));
  }

  private void button(Block.Button button) {
    String style = button.emphasis().equals("danger") ? "chat-button danger" : "chat-button";
    String known = button.emphasis().equals("primary") ? "chat-button primary" : style;
    element("span", known, () -> link(() -> text(button.label()), button.url()));
  }

  /** The bar is drawn by a presentation attribute, which needs no inline style. */
  private void barred(String color, List<Block> blocks) {
    html.append("<div class=\"chat-barred\"><svg class=\"chat-bar\" aria-hidden=\"true\">");
    html.append("<rect width=\"4\" height=\"100%\" rx=\"2\" fill=\"");
    text(color);
    html.append("\"/></svg><div class=\"chat-inner\">");
    blocks.forEach(this::block);
    html.append("</div></div>");
  }

  private void verbatim(String name, String json) {
    html.append("<details class=\"chat-verbatim\"><summary>");
    text(name);
    html.append("</summary><pre tabindex=\"0\">");
    text(json);
    html.append("</pre></details>");
  }

  private void spans(List<Span> spans) {
    spans.forEach(this::span);
  }

  private void span(Span span) {
    switch (span) {
      case Span.Plain(var text) -> text(text);
      case Span.Strong(var inner) -> element("strong", "", () -> spans(inner));
      case Span.Emphasis(var inner) -> element("em", "", () -> spans(inner));
      case Span.Struck(var inner) -> element("s", "", () -> spans(inner));
      case Span.Code(var text) -> element("code", "", () -> text(text));
      case Span.Preformatted(var text) -> element("pre", "", () -> text(text));
      case Span.Quote(var inner) -> element("blockquote", "", () -> spans(inner));
      case Span.Link(var label, var url) -> link(() -> spans(label), url);
      case Span.Mention(var text) -> element("span", "chat-mention", () -> text(text));
      case Span.LineBreak() -> html.append("<br>");
    }
  }

  /** Addresses that are neither http, https nor mailto stay text. */
  private void link(Runnable label, String url) {
    if (!url.matches("(?i)(https?://|mailto:).*")) {
      label.run();
      return;
    }
    html.append("<a rel=\"noopener noreferrer\" target=\"_blank\" href=\"");
    text(url);
    html.append("\">");
    label.run();
    html.append("</a>");
  }

  private void element(String tag, String style, Runnable content) {
    html.append('<').append(tag);
    if (!style.isEmpty()) {
      html.append(" class=\"").append(style).append('"');
    }
    html.append('>');
    content.run();
    html.append("</").append(tag).append('>');
  }

  private void text(String text) {
    Html.escape(text, html);
  }
}
