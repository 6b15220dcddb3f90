package io.tagwatch.notify.http;

import java.io.IOException;

/** The time for a call was up before its answer was complete. */
public final class DeadlineException extends IOException {
  private static final long serialVersionUID = 1L;

  public DeadlineException() {
    super("no complete answer in time");
  }
}
