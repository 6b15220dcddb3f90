package io.tagwatch.uptime.jsonpath;

import java.math.BigDecimal;
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

  FilterParser(Scanner scanner, PathParser paths, int depth) {
    this.scanner = scanner;
    this.paths = paths;
    this.depth = depth;
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
      return new Condition.Exists(query());
    }
    int start = scanner.position();
    String function = functionCallName();
    if (function.equals("match") || function.equals("search")) {
      return pattern(function.equals("match"));
    }
    scanner.moveTo(start);
    throw scanner.error("expected a path, match(…) or search(…)");
  }

  private Condition comparisonOrTest() {
    int start = scanner.position();
    String function = functionCallName();
    if (function.equals("match") || function.equals("search")) {
      return pattern(function.equals("match"));
    }
    scanner.moveTo(start);
    Operand left = operand();
    int behind = scanner.position();
    scanner.skipBlanks();
    for (String operator : COMPARISONS) {
      if (scanner.take(operator)) {
        scanner.skipBlanks();
        return new Condition.Compare(comparable(left, start), operator, right());
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
    return comparable(operand(), start);
  }

  private Operand comparable(Operand operand, int start) {
    if (operand instanceof Operand.Query query && !query.isSingular()) {
      scanner.moveTo(start);
      throw scanner.error("a path that may select several values cannot be compared");
    }
    return operand;
  }

  private Condition pattern(boolean whole) {
    int start = scanner.position();
    Operand text = comparable(argument(), start);
    scanner.expect(",");
    start = scanner.position();
    Operand pattern = comparable(argument(), start);
    scanner.expect(")");
    return new Condition.Match(text, pattern, whole);
  }

  private Operand argument() {
    scanner.skipBlanks();
    Operand operand = operand();
    scanner.skipBlanks();
    return operand;
  }

  private Operand operand() {
    char next = scanner.peek();
    if (next == '@' || next == '$') {
      return query();
    }
    if (next == '\'' || next == '"') {
      return new Operand.Literal(scanner.quoted());
    }
    int start = scanner.position();
    String function = functionCallName();
    if (!function.isEmpty()) {
      return function(function, start);
    }
    scanner.moveTo(start);
    return keywordOrNumber();
  }

  private Operand keywordOrNumber() {
    if (scanner.take("true")) {
      return new Operand.Literal(true);
    }
    if (scanner.take("false")) {
      return new Operand.Literal(false);
    }
    if (scanner.take("null")) {
      return new Operand.Literal(null);
    }
    String number = scanner.number();
    if (number.isEmpty()) {
      throw scanner.error("expected a value");
    }
    return new Operand.Literal(new BigDecimal(number));
  }

  private Operand function(String name, int start) {
    int argumentStart = scanner.position();
    Operand argument =
        switch (name) {
          case "length", "count", "value" -> argument();
          default -> {
            scanner.moveTo(start);
            throw scanner.error("unknown function \"" + name + '"');
          }
        };
    scanner.expect(")");
    if (name.equals("length")) {
      return new Operand.Length(comparable(argument, argumentStart));
    }
    if (!(argument instanceof Operand.Query query)) {
      scanner.moveTo(argumentStart);
      throw scanner.error(name + "(…) takes a path");
    }
    return name.equals("count") ? new Operand.Count(query) : new Operand.ValueOf(query);
  }

  /** The name of a function whose opening parenthesis was taken too; else empty. */
  private String functionCallName() {
    String name = scanner.functionName();
    return !name.isEmpty() && scanner.take("(") ? name : "";
  }

  private Operand.Query query() {
    boolean absolute = scanner.take("$");
    if (!absolute) {
      scanner.expect("@");
    }
    return new Operand.Query(absolute, paths.segments(depth));
  }
}
