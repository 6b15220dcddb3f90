package io.tagwatch.bench.runtime;

import java.nio.charset.StandardCharsets;

/**
 * One answer of a function.
 *
 * @param failed true when the function reported an error instead of a result
 * @param body the result, or the runtime's error object
 * @param nanos from handing out the event to receiving the answer; for the first invocation this
 *     leaves out the start of the process
 */
public record Invocation(boolean failed, byte[] body, long nanos) {

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
