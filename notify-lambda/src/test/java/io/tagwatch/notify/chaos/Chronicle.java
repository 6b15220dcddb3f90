package io.tagwatch.notify.chaos;

import io.tagwatch.notify.delivery.Outcome;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.notify.http.HttpCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people saw at the service, by the marks in the texts, and what the function kept silent. */
final class Chronicle implements Outcomes {
  private static final Pattern MARK = Pattern.compile("zq(\\d+)qz");
  private static final Pattern LATE = Pattern.compile("(?:Late: |⚪)[^\"\\n]{0,60}?zq(\\d+)qz");

  /**
   * A message in a post that people saw.
   *
   * @param late whether the post says that this is no longer so
   * @param lost whether the service did not say that it has it
   * @param steady whether all environments knew the same then
   */
  record Seen(int number, boolean late, boolean lost, boolean steady) {}

  private final Map<Integer, List<Seen>> seen = new HashMap<>();
  private final Map<Integer, List<Seen>> alarms = new HashMap<>();
  private final Map<Integer, String> silenced = new HashMap<>();
  private final Map<Integer, SentMessage> messages = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final BooleanSupplier steady;

  Chronicle(List<SentMessage> script, BooleanSupplier steady) {
    script.forEach(one -> messages.put(one.number(), one));
    this.steady = steady;
  }

  static TreeSet<Integer> marks(HttpCall call) {
    return numbers(MARK, call);
  }

  /** A call that only changes what is there already. */
  static boolean isEdit(HttpCall call) {
    return call.uri().getPath().endsWith("chat.update");
  }

  void accepted(HttpCall call, boolean lost) {
    if (isEdit(call)) {
      return;
    }
    TreeSet<Integer> late = numbers(LATE, call);
    for (int number : marks(call)) {
      Seen one = new Seen(number, late.contains(number), lost, steady.getAsBoolean());
      seen.computeIfAbsent(number, any -> new ArrayList<>()).add(one);
      alarms.computeIfAbsent(messages.get(number).alarm(), any -> new ArrayList<>()).add(one);
    }
  }

  private static TreeSet<Integer> numbers(Pattern pattern, HttpCall call) {
    TreeSet<Integer> numbers = new TreeSet<>();
    Matcher matcher = pattern.matcher(call.body());
    while (matcher.find()) {
      numbers.add(Integer.valueOf(matcher.group(1)));
    }
    return numbers;
  }

  @Override
  public void told(Outcome outcome) {
    if (outcome instanceof Outcome.Suppressed kept && !kept.reason().equals("was told already")) {
      int number = Integer.parseInt(kept.message().id().substring("sns-".length()));
      silenced.put(number, kept.reason());
      SentMessage message = messages.get(number);
      if (kept.reason().startsWith("is no news") && !mayBeSilent(message)) {
        wrong.add(message + " was no news although its trouble was told");
      }
    }
  }

  /** Nobody was told of trouble that this ends, as far as the function can know. */
  private boolean mayBeSilent(SentMessage message) {
    List<Seen> told = ofAlarm(message.alarm());
    return !message.isNews()
        && (told.isEmpty()
            || told.getLast().lost()
            || !told.getLast().steady()
            || told.getLast().late()
            || messages.get(told.getLast().number()).state().equals(SentMessage.OK));
  }

  /** How often a message was seen, first to last. */
  List<Seen> of(SentMessage message) {
    return seen.getOrDefault(message.number(), List.of());
  }

  /** What was seen of an alarm, first to last. */
  List<Seen> ofAlarm(int alarm) {
    return alarms.getOrDefault(alarm, List.of());
  }

  /** Why nobody was to be told; empty for any other message. */
  String silenced(SentMessage message) {
    return silenced.getOrDefault(message.number(), "");
  }

  List<String> wrong() {
    return wrong;
  }
}
