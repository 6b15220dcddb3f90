package io.tagwatch.notify;

import io.tagwatch.notify.delivery.Undelivered;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A direct event did not reach every channel. Thrown so that Lambda invokes again; channels that
 * were told are not told twice by the same process.
 */
public final class UndeliveredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UndeliveredException(List<Undelivered> open) {
    super(
        "not delivered: "
            + open.stream()
                .map(one -> one.channel() + ": " + one.reason())
                .distinct()
                .collect(Collectors.joining("; ")));
  }
}
