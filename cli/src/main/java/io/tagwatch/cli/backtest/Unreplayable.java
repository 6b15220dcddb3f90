package io.tagwatch.cli.backtest;

/** An alarm that the engine cannot replay; the message is one sentence that says why. */
public final class Unreplayable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreplayable(String message) {
    super(message, null, false, false);
  }
}
