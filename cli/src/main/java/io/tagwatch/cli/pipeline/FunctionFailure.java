package io.tagwatch.cli.pipeline;

/** A function threw: Lambda would count an error, and a queue would offer the messages again. */
public final class FunctionFailure extends Exception {
  private static final long serialVersionUID = 1L;

  FunctionFailure(String function, Exception cause) {
    super(function + " failed: " + cause.getMessage(), cause);
  }
}
