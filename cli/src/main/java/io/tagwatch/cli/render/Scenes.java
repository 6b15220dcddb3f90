package io.tagwatch.cli.render;

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

  /** A cloud, what these channels show of its messages, and the tags that were rejected last. */
  public static Supplier<Scene> of(
      EmbeddedCloud cloud, ChannelsConfig channels, Supplier<List<TagProblem>> tagProblems) {
    TopicPosts posts = new TopicPosts(channels);
    return () -> {
      CloudView view = cloud.view();
      return new Scene(view, posts.of(view.messages()), tagProblems.get());
    };
  }

  /** A cloud without channels: its messages as Slack would show them. */
  public static Supplier<Scene> of(EmbeddedCloud cloud) {
    return of(cloud, new ChannelsConfig(SampleChannels.of("slack")), List::of);
  }
}
