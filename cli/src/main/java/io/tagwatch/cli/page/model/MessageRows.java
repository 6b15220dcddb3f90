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

  /** What is undelivered is told by channel, and what still waits apart from what is given up. */
  private record Fate(String channel, boolean givenUp) {}

  /** One sentence for each channel that has not taken everything; two if it waits for some. */
  List<PageModel.Unheard> unheard(List<ChatPost> posts) {
    SequencedMap<Fate, List<ChatPost>> open = new LinkedHashMap<>();
    posts.stream()
        .filter(post -> !post.delivered())
        .forEach(
            post ->
                open.computeIfAbsent(
                        new Fate(post.channel(), post.givenUp()), fate -> new ArrayList<>())
                    .add(post));
    return open.entrySet().stream()
        .map(
            entry ->
                new PageModel.Unheard(
                    entry.getKey().channel(), words(entry.getKey(), entry.getValue())))
        .toList();
  }

  private String words(Fate fate, List<ChatPost> open) {
    String channel = fate.channel();
    String since = times.clock(open.getFirst().at());
    String why = open.getLast().undelivered();
    if (fate.givenUp()) {
      return open.size() == 1
          ? "A message to %s of %s is given up: %s.".formatted(channel, since, why)
          : "%d messages to %s are given up, the first of %s: %s."
              .formatted(open.size(), channel, since, why);
    }
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
        post.givenUp(),
        ChatHtml.of(message));
  }
}
