package io.tagwatch.notify.channel;

import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import java.io.IOException;

/**
 * How a service adds a picture to a message that was posted. It never posts the message again: the
 * picture is an answer to it, or becomes a part of it. Immutable.
 */
@FunctionalInterface
public interface PictureService {

  /**
   * One call, or several of which each needs the answer of the one before. Stops at the first that
   * is not what it should be.
   *
   * @param message what the service calls the message
   * @throws IOException when there is no answer
   * @throws IllegalArgumentException when a secret or an answer is not what it should be; the text
   *     repeats neither
   */
  Verdict add(Picture picture, String message, Secrets secrets, Line line) throws IOException;

  /** Sends calls while there is time. */
  @FunctionalInterface
  interface Line {
    HttpReply send(HttpCall call) throws IOException;
  }
}
