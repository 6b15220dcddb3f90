package io.tagwatch.cli.page.model;

import io.tagwatch.cli.page.chat.ChatHtml;
import io.tagwatch.cli.page.chat.ChatMessage;
import io.tagwatch.cli.page.chat.ChatReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Words the messages, the newest first; of the same moment, those that people read come first. */
final class MessageRows {
  /** The newest ones; older ones belong in the chat. */
  private static final int ROWS = 60;

  private static final String FOR_PROGRAMS = "webhook";

  private final Times times;

  MessageRows(Times times) {
    this.times = times;
  }

  List<PageModel.Message> of(List<ChatPost> posts) {
    List<PageModel.Message> rows = new ArrayList<>();
    for (int i = posts.size() - 1; i >= Math.max(0, posts.size() - ROWS); i--) {
      rows.add(row(i, posts.get(i)));
    }
    rows.sort(
        Comparator.comparing(PageModel.Message::at)
            .reversed()
            .thenComparing(PageModel.Message::machine));
    return rows;
  }

  /** One sentence for each channel that has not taken everything. */
  List<PageModel.Unheard> unheard(List<ChatPost> posts) {
    SequencedMap<String, List<ChatPost>> open = new LinkedHashMap<>();
    posts.stream()
        .filter(post -> !post.delivered())
        .forEach(post -> open.computeIfAbsent(post.channel(), c -> new ArrayList<>()).add(post));
    return open.entrySet().stream()
        .map(
            entry -> new PageModel.Unheard(entry.getKey(), words(entry.getKey(), entry.getValue())))
        .toList();
  }

  private String words(String channel, List<ChatPost> open) {
    String since = times.clock(open.getFirst().at());
    String why = open.getLast().undelivered();
    return open.size() == 1
        ? "A message to %s is not delivered, since %s: %s.".formatted(channel, since, why)
        : "%d messages to %s are not delivered, the first since %s: %s."
            .formatted(open.size(), channel, since, why);
  }

  private PageModel.Message row(int number, ChatPost post) {
    ChatMessage message = ChatReader.read(post.type(), post.payload());
    return new PageModel.Message(
        "m" + number,
        post.at(),
        times.clock(post.at()),
        post.channel(),
        post.type(),
        ChatReader.serviceName(post.type()),
        post.type().equals(FOR_PROGRAMS),
        message.preview(),
        post.undelivered(),
        ChatHtml.of(message));
  }
}
