package io.tagwatch.cli.render;

import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.cli.page.model.TagProblem;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.local.view.CloudView;
import io.tagwatch.notify.config.ChannelsConfig;
import java.util.List;
import java.util.function.Supplier;

/** What the page of a running cloud shows. */
public final class Scenes {
  private Scenes() {}

  /** A cloud, what became of its messages, and the tags that were rejected last. */
  public static Supplier<Scene> of(
      EmbeddedCloud cloud, Supplier<List<ChatPost>> posts, Supplier<List<TagProblem>> tagProblems) {
    return () -> new Scene(cloud.view(), posts.get(), tagProblems.get());
  }

  /** A cloud without channels: what its topics published, as Slack would show it. */
  public static Supplier<Scene> of(EmbeddedCloud cloud) {
    TopicPosts posts = new TopicPosts(new ChannelsConfig(SampleChannels.of("slack")));
    return () -> {
      CloudView view = cloud.view();
      return new Scene(view, posts.of(view.messages()), List.of(), false);
    };
  }
}
