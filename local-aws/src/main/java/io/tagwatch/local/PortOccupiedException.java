package io.tagwatch.local;

/** The port cannot be had; the message is one sentence for the person who named it. */
public final class PortOccupiedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortOccupiedException(int port) {
    super(
        "Port " + port + " on 127.0.0.1 is taken; name another one, or 0 for any free port.",
        null,
        false,
        false);
  }
}
