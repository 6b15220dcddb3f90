package io.tagwatch.notify.http;

import java.io.IOException;
import java.time.Duration;

/** Sends calls. */
public interface Http {

  /**
   * Sends one call and reads its answer, once, within {@code limit}.
   *
   * @throws IOException when there is no complete answer; the call may have arrived all the same
   */
  HttpReply send(HttpCall call, Duration limit) throws IOException;
}
