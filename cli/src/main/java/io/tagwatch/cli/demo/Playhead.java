package io.tagwatch.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tagwatch.cli.demo.Stage.Work;
import io.tagwatch.cli.page.chat.ChatMessage;
import io.tagwatch.cli.page.chat.ChatReader;
import io.tagwatch.cli.page.chat.ChatText;
import io.tagwatch.cli.page.model.ChatPost;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Moves the story forward, minute by minute, and reads out the messages that come. Not thread-safe.
 */
final class Playhead {
  private final Stage stage;
  private final Narrator narrator;
  private final List<ChatPost> posts = new ArrayList<>();
  private int sinceEvent;

  Playhead(Stage stage, Narrator narrator) {
    this.stage = stage;
    this.narrator = narrator;
  }

  /** Tells an event; what is awaited from now on comes after it. */
  void event(String sentence) {
    sinceEvent = posts.size();
    narrator.event(sentence);
  }

  /** Lets the functions work in the minute that has begun. */
  Work work() {
    return stage.work();
  }

  /** Goes to the next minute. */
  void tick() {
    List<ChatPost> fresh = stage.tick();
    posts.addAll(fresh);
    fresh.stream().filter(Playhead::isForPeople).forEach(narrator::message);
  }

  /** Lets some minutes pass. */
  void minutes(int count) {
    for (int i = 0; i < count; i++) {
      work();
      tick();
    }
  }

  /**
   * Plays until people have read, since the last event, a message that holds all these words.
   *
   * @param within the most minutes to wait
   * @param awaited for the sentence that tells that none came
   */
  void awaitMessage(int within, String awaited, String... words) {
    for (int i = 0; i < within && !told(words); i++) {
      minutes(1);
    }
    if (!told(words)) {
      narrator.failure("no message about " + awaited + " within " + within + " minutes");
    }
  }

  /**
   * Plays until a sync report satisfies a wish; the last report either way.
   *
   * @param within the most minutes to wait
   */
  JsonNode awaitSync(int within, Predicate<JsonNode> wish) {
    JsonNode last = MissingNode.getInstance();
    for (int i = 0; i < within; i++) {
      for (JsonNode report : work().syncs()) {
        last = report;
        if (wish.test(report)) {
          return report;
        }
      }
      tick();
    }
    return last;
  }

  /** Everything that was posted to a channel so far. */
  List<ChatPost> posts(String channel) {
    return posts.stream().filter(post -> post.channel().equals(channel)).toList();
  }

  private boolean told(String... words) {
    return posts.stream()
        .skip(sinceEvent)
        .filter(Playhead::isForPeople)
        .anyMatch(post -> says(post, words));
  }

  private static boolean isForPeople(ChatPost post) {
    return post.channel().equals(Stage.CHAT);
  }

  private static boolean says(ChatPost post, String... words) {
    ChatMessage message = ChatReader.read(post.type(), post.payload());
    return ChatText.lines(message).stream()
        .anyMatch(line -> Stream.of(words).allMatch(line::contains));
  }
}
