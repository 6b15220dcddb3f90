package io.tagwatch.local.clock;

/** The clock cannot be set so; the message is one sentence for the person who tried. */
public final class ClockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClockException(String sentence) {
    super(sentence, null, false, false);
  }
}
