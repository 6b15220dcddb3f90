package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.StatusTag;
import io.tagwatch.alarms.tag.StatusText;
import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells instances of their rejected tags, and stops at the first refusal. */
final class StatusWriter {
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private final StatusTag tag;
  private final JsonLog log;

  StatusWriter(StatusTag tag, JsonLog log) {
    this.tag = tag;
    this.log = log;
  }

  /** Writes until the deadline; what is left over is written by the next run. */
  List<Failure> write(List<StatusText.Change> changes, TimeLeft time) {
    List<Failure> failures = new ArrayList<>();
    for (StatusText.Change change : changes) {
      if (time.left().compareTo(RESERVE) < 0 || !failures.isEmpty()) {
        break;
      }
      Optional<Failure> failure =
          change.text().isPresent()
              ? tag.set(change.serverId(), change.text().get())
              : tag.remove(change.serverId());
      failure.ifPresentOrElse(
          failures::add,
          () ->
              log.info(
                  "status_tag", "subject", change.serverId(), "text", change.text().orElse("")));
    }
    return failures;
  }
}
