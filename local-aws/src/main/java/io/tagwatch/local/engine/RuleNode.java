package io.tagwatch.local.engine;

import java.util.function.Function;

/** The parts of a parsed composite alarm rule. */
sealed interface RuleNode {

  /** Whether it holds, given the state of each alarm. */
  boolean holds(Function<String, AlarmState> states);

  /** In the canonical spelling, parenthesised where the meaning needs it. */
  String print();

  /** Whether an alarm, by name or ARN, is in a state. */
  record Child(AlarmState state, String alarm) implements RuleNode {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return states.apply(alarm) == state;
    }

    @Override
    public String print() {
      return state + "(\"" + alarm.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }
  }

  record Constant(boolean value) implements RuleNode {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return value;
    }

    @Override
    public String print() {
      return value ? "TRUE" : "FALSE";
    }
  }

  record Not(RuleNode operand) implements RuleNode {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return !operand.holds(states);
    }

    @Override
    public String print() {
      return "NOT " + grouped(operand);
    }
  }

  record And(RuleNode left, RuleNode right) implements RuleNode {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return left.holds(states) && right.holds(states);
    }

    @Override
    public String print() {
      return (left instanceof Or ? grouped(left) : left.print())
          + " AND "
          + (right instanceof Or || right instanceof And ? grouped(right) : right.print());
    }
  }

  record Or(RuleNode left, RuleNode right) implements RuleNode {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return left.holds(states) || right.holds(states);
    }

    @Override
    public String print() {
      return left.print() + " OR " + (right instanceof Or ? grouped(right) : right.print());
    }
  }

  private static String grouped(RuleNode node) {
    return node instanceof And || node instanceof Or ? "(" + node.print() + ")" : node.print();
  }
}
