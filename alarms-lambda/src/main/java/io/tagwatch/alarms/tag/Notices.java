package io.tagwatch.alarms.tag;

import io.tagwatch.alarms.fleet.Failure;
import java.util.Optional;

/** Tells people something that no alarm says. */
public interface Notices {

  /** Tells it once; the failure if that is refused. */
  Optional<Failure> publish(TagNotice notice);

  /** For those who only look. */
  static Notices none() {
    return notice -> Optional.empty();
  }
}
