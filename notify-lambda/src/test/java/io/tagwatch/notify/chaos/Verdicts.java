package io.tagwatch.notify.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be so when all is over, whatever happened. */
public final class Verdicts {
  private static final Pattern REASONED =
      Pattern.compile("\"message\":\"(sns-\\d+)\",\"reason\":\"[^\"]+\"");
  private static final Pattern DELIVERED =
      Pattern.compile("\"delivered\"[^\\n]*\"message\":\"(sns-\\d+)\"");

  private final List<SentMessage> script;
  private final Chronicle chronicle;
  private final Set<String> dead;
  private final Set<String> reasoned;
  private final Set<String> delivered;
  private final Map<Integer, Integer> last = new HashMap<>();

  Verdicts(List<SentMessage> script, Chronicle chronicle, Set<String> dead, String log) {
    this.script = script;
    this.chronicle = chronicle;
    this.dead = dead;
    this.reasoned = found(REASONED, log);
    this.delivered = found(DELIVERED, log);
    for (SentMessage message : script) {
      if (!chronicle.of(message).isEmpty() || isDead(message)) {
        last.merge(message.alarm(), message.number(), Math::max);
      }
    }
  }

  static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private boolean isDead(SentMessage message) {
    return dead.contains(message.item());
  }

  /** Seen, or a dead letter with its reason, or counted by a newer message of its alarm. */
  public void nothingIsLost() {
    assertThat(script).filteredOn(one -> !isAccountedFor(one)).as("lost").isEmpty();
    assertThat(script)
        .filteredOn(one -> isDead(one) && !reasoned.contains(one.id()))
        .as("dead letters without a reason")
        .isEmpty();
  }

  private boolean isAccountedFor(SentMessage message) {
    if (!chronicle.of(message).isEmpty() || isDead(message)) {
      return true;
    }
    String silenced = chronicle.silenced(message);
    boolean followed =
        message.isAlarm() && last.getOrDefault(message.alarm(), -1) > message.number();
    return silenced.startsWith("is no news")
        || followed && (!silenced.isEmpty() || delivered.contains(message.id()));
  }

  /** Only where an answer was lost, or the table was. */
  public void nothingIsDoubledInVain() {
    assertThat(script)
        .filteredOn(
            one -> isDoubled(one) && chronicle.of(one).stream().allMatch(Chronicle.Seen::steady))
        .as("doubled although everybody knew")
        .isEmpty();
  }

  /** Messages that are there more often than answers were lost. */
  public long doubled() {
    return script.stream().filter(this::isDoubled).count();
  }

  private boolean isDoubled(SentMessage message) {
    List<Chronicle.Seen> seen = chronicle.of(message);
    return seen.size() > 1 + seen.stream().filter(Chronicle.Seen::lost).count();
  }

  /** Nothing is told as if it were so still after something newer was told. */
  public void nothingOldIsToldAsNew() {
    List<String> old = new ArrayList<>();
    for (int alarm : last.keySet()) {
      int newest = -1;
      for (Chronicle.Seen seen : chronicle.ofAlarm(alarm)) {
        if (alarm >= 0 && seen.number() < newest && !seen.late() && seen.steady()) {
          old.add(script.get(seen.number()) + " of " + chronicle.ofAlarm(alarm));
        }
        newest = seen.lost() || !seen.steady() ? newest : Math.max(newest, seen.number());
      }
    }
    assertThat(old).as("old news told as new").isEmpty();
  }

  /** What people were told last of an alarm is what it did last. */
  public void theLastStateIsTold() {
    Map<Integer, SentMessage> newest = new HashMap<>();
    script.stream().filter(SentMessage::isAlarm).forEach(one -> newest.put(one.alarm(), one));
    assertThat(newest.values())
        .filteredOn(one -> !isDead(one) && !isKnown(one))
        .extracting(one -> one + " after " + chronicle.ofAlarm(one.alarm()))
        .as("alarms of which people believe something else")
        .isEmpty();
    assertThat(chronicle.wrong()).isEmpty();
  }

  private boolean isKnown(SentMessage newest) {
    List<Chronicle.Seen> seen = chronicle.ofAlarm(newest.alarm());
    List<Chronicle.Seen> current = seen.stream().filter(one -> !one.late()).toList();
    if (current.isEmpty()) {
      return newest.state().equals(SentMessage.OK);
    }
    boolean told = script.get(current.getLast().number()).state().equals(newest.state());
    return told
        || seen.getLast().late()
        || seen.stream()
            .anyMatch(one -> one.number() >= current.getLast().number() && !one.steady());
  }

  /** Of how many dead letters the service would have taken them. */
  public long deadInVain() {
    return script.stream()
        .filter(one -> isDead(one) && !SentMessage.isPoison(one.number()))
        .count();
  }
}
