package io.tagwatch.notify.loudness;

import java.util.Optional;

/**
 * What a channel says less of.
 *
 * @param quiet when only critical messages pass; the rest waits for the end
 * @param flapping from when on an alarm that goes to and fro is told in sum only
 */
public record Loudness(Optional<QuietHours> quiet, Optional<Flapping> flapping) {

  /** Everything, at once. */
  public static final Loudness FULL = new Loudness(Optional.empty(), Optional.empty());
}
