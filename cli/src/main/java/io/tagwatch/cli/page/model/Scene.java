package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.CloudView;
import java.util.List;

/**
 * Everything that there is to show at one moment.
 *
 * @param cloud servers, alarms and checks
 * @param posts what channels took and what they did not, oldest first
 * @param tagProblems the tags that the last run of alarms-lambda rejected
 * @param telling whether there are channels; without any, {@code posts} are what they would show
 */
public record Scene(
    CloudView cloud, List<ChatPost> posts, List<TagProblem> tagProblems, boolean telling) {

  public Scene {
    posts = List.copyOf(posts);
    tagProblems = List.copyOf(tagProblems);
  }

  /** A cloud with channels. */
  public Scene(CloudView cloud, List<ChatPost> posts, List<TagProblem> tagProblems) {
    this(cloud, posts, tagProblems, true);
  }

  /** A cloud that nobody was told about. */
  public static Scene of(CloudView cloud) {
    return new Scene(cloud, List.of(), List.of());
  }
}
