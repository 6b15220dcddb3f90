package io.tagwatch.cli.demo;

import io.tagwatch.cli.page.chat.ChatMessage;
import io.tagwatch.cli.page.chat.ChatReader;
import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.cli.page.model.Story.Kind;
import io.tagwatch.cli.page.model.Story.Step;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Tells the story as it happens, and remembers it. Not thread-safe. */
final class Narrator {
  private static final String INDENT = " ".repeat(7);

  private final Terminal terminal;
  private final InstantSource clock;
  private final Instant start;
  private final boolean quiet;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param quiet whether nothing is printed, because somebody wants JSON
   */
  Narrator(Terminal terminal, InstantSource clock, boolean quiet) {
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.instant();
    this.quiet = quiet;
  }

  /** Something that the story did to the world. */
  void event(String sentence) {
    step(Kind.EVENT, sentence, true);
    say(style().bold(label()) + "  " + sentence);
  }

  /** Something that Tagwatch did by itself. */
  void reaction(String sentence) {
    step(Kind.REACTION, sentence, true);
    say(style().bold(label()) + "  " + style().good("✓ ") + sentence);
  }

  /** A message that somebody reads: the line of a lock screen, then all of it. */
  void message(ChatPost post) {
    ChatMessage message = ChatReader.read(post.type(), post.payload());
    step(Kind.MESSAGE, message.preview() + "  → " + post.channel(), true);
    say(style().bold(label()) + "  " + message.preview() + style().dim("   → #" + post.channel()));
    MessageLines.below(message, style()).forEach(line -> say(INDENT + line));
  }

  /** Something that the story waited for in vain. */
  void failure(String sentence) {
    step(Kind.REACTION, sentence, false);
    say(style().bold(label()) + "  " + style().bad("✗ " + sentence));
  }

  /** Tells a fact if it is one, and otherwise that it is not. */
  void expect(boolean happened, String fact, String otherwise) {
    if (happened) {
      reaction(fact);
    } else {
      failure(otherwise);
    }
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  boolean everythingHappened() {
    return steps.stream().allMatch(Step::happened);
  }

  private void step(Kind kind, String sentence, boolean happened) {
    steps.add(new Step(clock.instant(), label(), kind, sentence, happened));
  }

  /** Minutes and seconds into the story. */
  private String label() {
    long seconds = Duration.between(start, clock.instant()).toSeconds();
    return "%02d:%02d".formatted(seconds / 60, seconds % 60);
  }

  private Style style() {
    return terminal.style();
  }

  private void say(String line) {
    if (!quiet) {
      terminal.say(line);
    }
  }
}
