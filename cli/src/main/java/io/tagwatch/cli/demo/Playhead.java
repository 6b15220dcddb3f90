package io.tagwatch.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.cli.demo.Stage.Minute;
import io.tagwatch.cli.page.chat.ChatReader;
import io.tagwatch.cli.page.model.ChatPost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Moves the story forward, minute by minute, and reads out the messages that come. Not thread-safe.
 */
final class Playhead {
  private final Stage stage;
  private final Narrator narrator;
  private final List<ChatPost> posts = new ArrayList<>();

  Playhead(Stage stage, Narrator narrator) {
    this.stage = stage;
    this.narrator = narrator;
  }

  /** Plays one minute. */
  Minute minute() {
    Minute minute = stage.minute();
    posts.addAll(minute.posts());
    minute.posts().stream().filter(Playhead::isForPeople).forEach(narrator::message);
    return minute;
  }

  /** Lets some minutes pass. */
  void minutes(int count) {
    for (int i = 0; i < count; i++) {
      minute();
    }
  }

  /**
   * Plays until people have read a new message whose first line holds all these words.
   *
   * @param within the most minutes to wait
   * @param awaited for the sentence that tells that none came
   */
  void awaitMessage(int within, String awaited, String... words) {
    for (int i = 0; i < within; i++) {
      if (minute().posts().stream().anyMatch(post -> isForPeople(post) && says(post, words))) {
        return;
      }
    }
    narrator.failure("no message about " + awaited + " within " + within + " minutes");
  }

  /**
   * Plays until a sync report satisfies a wish; the last report either way.
   *
   * @param within the most minutes to wait
   */
  JsonNode awaitSync(int within, java.util.function.Predicate<JsonNode> wish) {
    JsonNode last = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    for (int i = 0; i < within; i++) {
      for (JsonNode report : minute().syncs()) {
        last = report;
        if (wish.test(report)) {
          return report;
        }
      }
    }
    return last;
  }

  /** Everything that was posted to a channel so far. */
  List<ChatPost> posts(String channel) {
    return posts.stream().filter(post -> post.channel().equals(channel)).toList();
  }

  private static boolean isForPeople(ChatPost post) {
    return post.channel().equals(Stage.CHAT);
  }

  private static boolean says(ChatPost post, String... words) {
    String line = ChatReader.read(post.type(), post.payload()).preview();
    return Stream.of(words).allMatch(line::contains);
  }
}
