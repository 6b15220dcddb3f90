package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one alarm on one channel. Times are milliseconds since 1970, 0 for never.
 *
 * @param told the state that was told last; empty at first
 * @param toldAt when the alarm got into it
 * @param seen the newest state that a message came with, told or not
 * @param seenAt when the alarm got into that
 * @param since when it began to fire the last time
 * @param changes of state within the time that flapping is looked for
 * @param flapping how many changes are told in sum; 0 when the alarm does not flap
 * @param announced when the alarm got into the state whose message says that it flaps; it was told
 *     once {@code toldAt} is as late
 */
record AlarmRecord(
    String told,
    long toldAt,
    String seen,
    long seenAt,
    long since,
    List<Long> changes,
    int flapping,
    long announced) {

  static final AlarmRecord NEW = new AlarmRecord("", 0, "", 0, 0, List.of(), 0, 0);

  AlarmRecord {
    changes = List.copyOf(changes);
  }

  /** With a message's state as the newest, unless it is older. */
  AlarmRecord seeing(Notification message, long at) {
    if (at <= seenAt) {
      return this;
    }
    String state = message.status().word();
    boolean begins = message.status() == Status.FIRING && !seen.equals(state);
    long begun = begins ? at : seen.equals(Status.RESOLVED.word()) ? 0 : since;
    return new AlarmRecord(told, toldAt, state, at, begun, changes, flapping, announced);
  }

  /** After a message was told; what a flapping alarm came to rest in ends the flapping. */
  AlarmRecord telling(Notification message, long at) {
    AlarmRecord next = seeing(message, at);
    if (at < toldAt) {
      return next;
    }
    String state = message.status().word();
    AlarmRecord after =
        new AlarmRecord(
            state, at, next.seen, next.seenAt, next.since, next.changes, flapping, announced);
    return flapping > 0 && at == next.seenAt && at != announced ? after.calm() : after;
  }

  /** With one more change; those before {@code start} no longer count. */
  AlarmRecord changing(long at, long start) {
    List<Long> recent = new ArrayList<>(changes);
    recent.add(at);
    recent.removeIf(time -> time < start);
    return new AlarmRecord(told, toldAt, seen, seenAt, since, recent, flapping, announced);
  }

  AlarmRecord flapping(int count, long announced) {
    return new AlarmRecord(told, toldAt, seen, seenAt, since, changes, count, announced);
  }

  AlarmRecord calm() {
    return new AlarmRecord(told, toldAt, seen, seenAt, since, List.of(), 0, 0);
  }

  /** As one line of JSON. */
  String text() {
    return JsonText.object(
        json -> {
          json.text("told", told).number("toldAt", toldAt);
          json.text("seen", seen).number("seenAt", seenAt);
          json.number("since", since).number("flapping", flapping).number("announced", announced);
          json.text("changes", String.join(" ", changes.stream().map(String::valueOf).toList()));
        });
  }

  /** From {@link #text()}; a new one for anything else. */
  static AlarmRecord parse(String text) {
    if (text.isEmpty()) {
      return NEW;
    }
    try {
      Reply json = Reply.of(text);
      List<Long> changes = new ArrayList<>();
      for (String time : json.text("changes").split(" ")) {
        if (!time.isEmpty()) {
          changes.add(Long.valueOf(time));
        }
      }
      return new AlarmRecord(
          json.text("told"),
          Long.parseLong(json.text("toldAt")),
          json.text("seen"),
          Long.parseLong(json.text("seenAt")),
          Long.parseLong(json.text("since")),
          changes,
          Integer.parseInt(json.text("flapping")),
          number(json.text("announced")));
    } catch (NumberFormatException e) {
      return NEW;
    }
  }

  /** Records of older versions have fewer numbers. */
  private static long number(String text) {
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
