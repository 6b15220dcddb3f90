package io.tagwatch.uptime.jsonpath;

import java.math.BigDecimal;

/** Reads what filters compare: literals, paths and functions of values. */
final class OperandParser {
  private final Scanner scanner;
  private final PathParser paths;
  private final int depth;

  OperandParser(Scanner scanner, PathParser paths, int depth) {
    this.scanner = scanner;
    this.paths = paths;
    this.depth = depth;
  }

  Operand comparable(Operand operand, int start) {
    if (operand instanceof Operand.Query query && !query.isSingular()) {
      scanner.moveTo(start);
      throw scanner.error("a path that may select several values cannot be compared");
    }
    return operand;
  }

  Operand argument() {
    scanner.skipBlanks();
    Operand operand = operand();
    scanner.skipBlanks();
    return operand;
  }

  Operand operand() {
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
  String functionCallName() {
    String name = scanner.functionName();
    return !name.isEmpty() && scanner.take("(") ? name : "";
  }

  Operand.Query query() {
    boolean absolute = scanner.take("$");
    if (!absolute) {
      scanner.expect("@");
    }
    return new Operand.Query(absolute, paths.segments(depth));
  }
}
