package io.tagwatch.cli.page.model;

import java.time.Instant;
import java.util.List;

/**
 * What was played, step by step.
 *
 * @param title one line
 * @param closing what came of it, in one sentence
 * @param complete whether every step really happened
 * @param steps in order
 */
public record Story(String title, String closing, boolean complete, List<Step> steps) {

  public Story {
    steps = List.copyOf(steps);
  }

  /** What kind of step it was. */
  public enum Kind {
    /** Something that the story did to the world. */
    EVENT,
    /** Something that Tagwatch did by itself. */
    REACTION,
    /** A message that a channel received. */
    MESSAGE
  }

  /**
   * One step.
   *
   * @param at on the cloud's clock
   * @param label how far into the story, such as {@code 04:00}
   * @param kind who acted
   * @param text one sentence
   * @param happened false when the story waited for it in vain
   */
  public record Step(Instant at, String label, Kind kind, String text, boolean happened) {}
}
