package io.tagwatch.notify.channel;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.common.secret.SecretUnavailableException;
import io.tagwatch.notify.http.DeadlineException;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds pictures at one service, each in one try. Thread-safe. */
public final class PicturePost {
  private final PictureService service;
  private final ChannelTools tools;

  public PicturePost(PictureService service, ChannelTools tools) {
    this.service = service;
    this.tools = tools;
  }

  /**
   * Adds one.
   *
   * @param message what the service calls the message that is there
   * @return why it is not there; empty when it is. Holds no secret.
   */
  public Optional<String> add(Picture picture, String message, Deadline deadline) {
    List<String> revealed = new ArrayList<>();
    try {
      Verdict verdict =
          service.add(
              picture,
              message,
              reference -> reveal(reference, revealed),
              call -> send(call, deadline));
      return problem(verdict).map(new Redaction(revealed)::of);
    } catch (SecretUnavailableException | IllegalArgumentException e) {
      return Optional.of(new Redaction(revealed).of(e.getMessage()));
    } catch (IOException e) {
      return Optional.of(HttpChannel.describe(e));
    }
  }

  private String reveal(SecretReference reference, List<String> revealed) {
    String text = tools.secrets().read(reference).reveal().strip();
    revealed.add(text);
    return text;
  }

  private HttpReply send(HttpCall call, Deadline deadline) throws IOException {
    Duration left = deadline.remaining();
    if (left.isZero()) {
      throw new DeadlineException();
    }
    return tools.http().get().send(call, left);
  }

  private static Optional<String> problem(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Delivered delivered -> Optional.empty();
      case Verdict.Later later -> Optional.of(later.reason());
      case Verdict.Refused refused -> Optional.of(refused.reason());
      case Verdict.Stale stale -> Optional.of(stale.reason());
      case Verdict.Unfit unfit -> Optional.of(unfit.reason());
    };
  }
}
