package io.tagwatch.cli.pipeline;

/** A function threw: Lambda would count an error, and a queue would offer the messages again. */
public final class FunctionFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String function;

  FunctionFailure(String function, Exception cause) {
    super("failed: " + cause.getMessage(), cause);
    this.function = function;
  }

  /** Which function it was. */
  public String function() {
    return function;
  }

  @Override
  public String toString() {
    return function + " " + getMessage();
  }
}
