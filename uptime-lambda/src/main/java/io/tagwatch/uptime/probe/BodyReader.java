package io.tagwatch.uptime.probe;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** Reads a body only as far as somebody needs it. */
final class BodyReader {
  private static final int CHUNK = 8_192;

  /** Up to here every piece is looked at as it comes; beyond, only after some growth. */
  private static final int ALWAYS_LOOK = 65_536;

  private static final int GROWTH = 8;

  private final long most;
  private final TextSoFar text;
  private final BooleanSupplier decided;
  private long size;
  private long lookedAt;

  /**
   * @param most bytes to read at most
   * @param decided whether what is in {@code text} is enough
   */
  BodyReader(long most, TextSoFar text, BooleanSupplier decided) {
    this.most = most;
    this.text = text;
    this.decided = decided;
  }

  /**
   * Reads until enough is known or the body ends.
   *
   * @throws ProbeException {@link Reason#TOO_LARGE} when the limit came first
   * @throws IOException when the body breaks off before enough is known
   */
  void read(InputStream in) throws IOException, ProbeException {
    try {
      readOn(in);
    } catch (IOException e) {
      if (!decided.getAsBoolean()) {
        throw e;
      }
    }
  }

  private void readOn(InputStream in) throws IOException, ProbeException {
    if (decided.getAsBoolean()) {
      return;
    }
    byte[] chunk = new byte[CHUNK];
    while (true) {
      int read = in.read(chunk, 0, Math.clamp(most - size, 1, CHUNK));
      if (read < 0) {
        text.end();
        return;
      }
      if (size + read > most) {
        requireDecided();
        return;
      }
      size += read;
      text.append(chunk, read);
      if (worthALook() && decided.getAsBoolean()) {
        return;
      }
    }
  }

  /** One byte more than the limit has arrived. */
  private void requireDecided() throws ProbeException {
    if (!decided.getAsBoolean()) {
      throw new ProbeException(
          Reason.TOO_LARGE,
          "body is larger than max_body, " + most + " bytes, and still undecided");
    }
  }

  private boolean worthALook() {
    boolean look = size <= ALWAYS_LOOK || size - lookedAt > size / GROWTH;
    lookedAt = look ? size : lookedAt;
    return look;
  }
}
