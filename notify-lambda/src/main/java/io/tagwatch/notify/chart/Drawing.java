package io.tagwatch.notify.chart;

import io.tagwatch.notify.channel.Picture;

/** What became of a picture that was asked for. */
public sealed interface Drawing {

  /** Here it is. */
  record Drawn(Picture picture) implements Drawing {}

  /**
   * There is none.
   *
   * @param reason holds no secret
   */
  record Failed(String reason) implements Drawing {}
}
