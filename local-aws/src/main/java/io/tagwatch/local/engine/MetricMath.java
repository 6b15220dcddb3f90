package io.tagwatch.local.engine;

import java.util.Set;
import java.util.TreeSet;

/**
 * A metric math expression.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Using
 *     metric math</a>
 */
public final class MetricMath {
  /** MetricDataQuery, Expression: at most 2,048 characters. */
  public static final int LONGEST = 2_048;

  private final String text;
  private final MathNode root;

  private MetricMath(String text, MathNode root) {
    this.text = text;
    this.root = root;
  }

  /**
   * @throws InvalidDefinition with what is wrong and where, counted in characters from 1
   */
  public static MetricMath parse(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new InvalidDefinition("Expression must have between 1 and " + LONGEST + " characters");
    }
    try {
      return new MetricMath(text, MathParser.parse(text));
    } catch (InvalidDefinition e) {
      throw new InvalidDefinition("Error in expression \"" + text + "\": " + e.getMessage());
    }
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** The ids of the queries that it names; METRICS() is not resolved. */
  public Set<String> references() {
    Set<String> ids = new TreeSet<>();
    collect(root, ids);
    return ids;
  }

  MathNode root() {
    return root;
  }

  private static void collect(MathNode node, Set<String> ids) {
    switch (node) {
      case MathNode.Reference reference -> ids.add(reference.id());
      case MathNode.Negation negation -> collect(negation.operand(), ids);
      case MathNode.Several several -> several.items().forEach(item -> collect(item, ids));
      case MathNode.Call call -> call.arguments().forEach(argument -> collect(argument, ids));
      case MathNode.Operation operation -> {
        collect(operation.left(), ids);
        collect(operation.right(), ids);
      }
      case MathNode.Constant _, MathNode.Text _, MathNode.Word _ -> {}
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
