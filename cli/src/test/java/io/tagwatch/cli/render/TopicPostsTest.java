package io.tagwatch.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.config.YamlDocument;
import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problems;
import io.tagwatch.local.view.MessageView;
import io.tagwatch.notify.config.ChannelsConfig;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicPostsTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  private final TopicPosts posts =
      new TopicPosts(
          channels(
              """
              channels:
                ops: {type: slack, webhook: "env:OPS"}
                pager: {type: webhook, url: "env:PAGER", kinds: [alarm]}
              """));

  @Test
  void showsEachMessageOnTheChannelsThatTakeIt() {
    List<ChatPost> shown = posts.of(List.of(message("1", "a plain text")));

    assertThat(shown).extracting(ChatPost::channel).containsExactly("ops");
    assertThat(shown.getFirst().at()).isEqualTo(EIGHT);
    assertThat(shown.getFirst().payload()).contains("a plain text");
  }

  @Test
  void keepsTheOrderAndTheNewestOnes() {
    List<MessageView> many =
        IntStream.range(0, 700).mapToObj(i -> message("m" + i, "text " + i)).toList();

    List<ChatPost> shown = posts.of(many);

    assertThat(shown).hasSize(500);
    assertThat(shown.getFirst().payload()).contains("text 200");
    assertThat(shown.getLast().payload()).contains("text 699");
    assertThat(posts.of(many)).isEqualTo(shown);
  }

  private static MessageView message(String id, String text) {
    return new MessageView(id, EIGHT, "arn:aws:sns:us-east-1:123456789012:t", "", text);
  }

  private static ChannelsConfig channels(String yaml) {
    Problems problems = new Problems("channels.yaml");
    return ChannelsConfig.read(new ConfigFile(problems, YamlDocument.parse(yaml, problems)));
  }
}
