package io.tagwatch.notify.delivery;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A dispatcher with a clock that is moved by hand and a service that takes everything. */
final class Desk {
  final List<Notification> told = new ArrayList<>();
  final List<Outcome> outcomes = new ArrayList<>();
  Delivery answer = new Delivery.Sent("");
  private final Dispatcher dispatcher;
  private Instant now;

  Desk(String now, boolean digests, Loudness loudness) {
    this(now, digests, loudness, null);
  }

  /**
   * @param memory null for one of its own
   */
  Desk(String now, boolean digests, Loudness loudness, Memory memory) {
    this.now = Instant.parse(now);
    dispatcher =
        new Dispatcher(
            new Addressee("ops", this::take, digests, digest -> true, loudness),
            new Surroundings(
                time -> {},
                () -> this.now,
                memory == null ? new ProcessMemory(() -> this.now) : memory,
                JsonLog.silent(),
                outcomes::add));
  }

  private Delivery take(Notification message, Deadline deadline) {
    if (answer instanceof Delivery.Sent) {
      told.add(message);
    }
    return answer;
  }

  Instant now() {
    return now;
  }

  Desk at(String time) {
    now = Instant.parse(time);
    return this;
  }

  /** From a queue that got it when it happened. */
  List<Undelivered> queued(Notification... messages) {
    return dispatcher.deliver(
        Stream.of(messages)
            .map(
                message ->
                    new Item(
                        message.id(),
                        message,
                        Optional.of(new Item.Receipt("handle", 1, message.occurredAt()))))
            .toList(),
        Deadline.in(Duration.ofSeconds(5)));
  }

  /** Without a queue. */
  List<Undelivered> direct(Notification message) {
    return dispatcher.deliver(
        List.of(new Item(message.id(), message)), Deadline.in(Duration.ofSeconds(5)));
  }

  List<String> titles() {
    return told.stream().map(Notification::title).toList();
  }

  static Notification alarm(String name, Status status, Severity severity, String at) {
    return Notification.draft(name + status + at)
        .is(Kind.ALARM, status, severity)
        .title(name + " is " + status.word())
        .summary(status == Status.RESOLVED ? "was " + severity.word() + " · OK since then" : "")
        .dedupKey(Optional.of(name))
        .occurredAt(Optional.of(Instant.parse(at)))
        .build();
  }

  static Notification alarm(String name, Status status, String at) {
    return alarm(name, status, Severity.WARNING, at);
  }
}
