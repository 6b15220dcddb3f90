package io.tagwatch.uptime.jsonpath;

import java.util.ArrayList;
import java.util.List;

/** The grammar of filters, with the typing rules of functions; see RFC 9535, section 2.4.3. */
final class FilterParser {
  /** Filters and parentheses within each other. */
  private static final int MAX_DEPTH = 64;

  private static final List<String> COMPARISONS = List.of("==", "!=", "<=", ">=", "<", ">");

  private final Scanner scanner;
  private final PathParser paths;
  private final int depth;
  private final OperandParser operands;

  FilterParser(Scanner scanner, PathParser paths, int depth) {
    this.scanner = scanner;
    this.paths = paths;
    this.depth = depth;
    this.operands = new OperandParser(scanner, paths, depth);
    if (depth > MAX_DEPTH) {
      throw scanner.error("filters are nested more than " + MAX_DEPTH + " deep");
    }
  }

  Condition condition() {
    List<Condition> any = new ArrayList<>();
    do {
      scanner.skipBlanks();
      any.add(conjunction());
    } while (takeAfterBlanks("||"));
    return any.size() == 1 ? any.getFirst() : new Condition.AnyOf(any);
  }

  private Condition conjunction() {
    List<Condition> all = new ArrayList<>();
    do {
      scanner.skipBlanks();
      all.add(basic());
    } while (takeAfterBlanks("&&"));
    return all.size() == 1 ? all.getFirst() : new Condition.AllOf(all);
  }

  private boolean takeAfterBlanks(String token) {
    int before = scanner.position();
    scanner.skipBlanks();
    if (scanner.take(token)) {
      return true;
    }
    scanner.moveTo(before);
    return false;
  }

  private Condition basic() {
    if (scanner.take("!")) {
      scanner.skipBlanks();
      return new Condition.Not(scanner.looksAt("(") ? parenthesised() : test());
    }
    return scanner.looksAt("(") ? parenthesised() : comparisonOrTest();
  }

  private Condition parenthesised() {
    scanner.expect("(");
    Condition inner = new FilterParser(scanner, paths, depth + 1).condition();
    scanner.skipBlanks();
    scanner.expect(")");
    return inner;
  }

  private Condition test() {
    if (scanner.looksAt("@") || scanner.looksAt("$")) {
      return new Condition.Exists(operands.query());
    }
    int start = scanner.position();
    String function = operands.functionCallName();
    if (function.equals("match") || function.equals("search")) {
      return pattern(function.equals("match"));
    }
    scanner.moveTo(start);
    throw scanner.error("expected a path, match(…) or search(…)");
  }

  private Condition comparisonOrTest() {
    int start = scanner.position();
    String function = operands.functionCallName();
    if (function.equals("match") || function.equals("search")) {
      return pattern(function.equals("match"));
    }
    scanner.moveTo(start);
    Operand left = operands.operand();
    int behind = scanner.position();
    scanner.skipBlanks();
    for (String operator : COMPARISONS) {
      if (scanner.take(operator)) {
        scanner.skipBlanks();
        return new Condition.Compare(operands.comparable(left, start), operator, right());
      }
    }
    scanner.moveTo(behind);
    if (left instanceof Operand.Query query) {
      return new Condition.Exists(query);
    }
    throw scanner.error("expected a comparison");
  }

  private Operand right() {
    int start = scanner.position();
    return operands.comparable(operands.operand(), start);
  }

  private Condition pattern(boolean whole) {
    int start = scanner.position();
    Operand text = operands.comparable(operands.argument(), start);
    scanner.expect(",");
    start = scanner.position();
    Operand pattern = operands.comparable(operands.argument(), start);
    scanner.expect(")");
    return new Condition.Match(text, pattern, whole);
  }
}
