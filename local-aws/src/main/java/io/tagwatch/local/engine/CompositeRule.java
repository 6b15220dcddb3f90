package io.tagwatch.local.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The AlarmRule of a composite alarm: states of other alarms, joined by AND, OR and NOT.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm.html">Creating
 *     a composite alarm</a>
 */
public final class CompositeRule {
  /** PutCompositeAlarm, AlarmRule: at most 10,240 characters. */
  public static final int LONGEST = 10_240;

  /** "An AlarmRule expression can specify as many as 100 child alarms." */
  public static final int MOST_CHILDREN = 100;

  /** "The AlarmRule expression can have as many as 500 elements." */
  public static final int MOST_ELEMENTS = 500;

  private final RuleNode root;
  private final List<String> alarms;

  private CompositeRule(RuleNode root) {
    this.root = root;
    Set<String> children = new LinkedHashSet<>();
    collect(root, children);
    this.alarms = List.copyOf(children);
  }

  /**
   * @throws InvalidDefinition in CloudWatch's words: what is wrong and where, counted in characters
   *     from 0
   */
  public static CompositeRule parse(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new InvalidDefinition("AlarmRule must have between 1 and " + LONGEST + " characters");
    }
    CompositeRule rule = new CompositeRule(RuleParser.parse(text));
    if (rule.alarms.size() > MOST_CHILDREN) {
      throw new InvalidDefinition(
          "AlarmRule must not refer to more than " + MOST_CHILDREN + " alarms");
    }
    return rule;
  }

  /**
   * Whether the rule holds: the composite alarm is then in ALARM, else in OK.
   *
   * @param states the state of an alarm by the name or ARN that the rule gives it; {@code null} for
   *     an alarm that does not exist, which is in no state
   */
  public boolean evaluate(Function<String, AlarmState> states) {
    return root.holds(states);
  }

  /** The alarms that the rule refers to, by name or ARN as written, each once, in order. */
  public List<String> alarms() {
    return alarms;
  }

  /** The rule in canonical spelling: names quoted, only the parentheses that matter. */
  @Override
  public String toString() {
    return root.print();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CompositeRule that && root.equals(that.root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  private static void collect(RuleNode node, Set<String> alarms) {
    switch (node) {
      case RuleNode.Child child -> alarms.add(child.alarm());
      case RuleNode.Constant _ -> {}
      case RuleNode.Not not -> collect(not.operand(), alarms);
      case RuleNode.And and -> {
        collect(and.left(), alarms);
        collect(and.right(), alarms);
      }
      case RuleNode.Or or -> {
        collect(or.left(), alarms);
        collect(or.right(), alarms);
      }
    }
  }
}
