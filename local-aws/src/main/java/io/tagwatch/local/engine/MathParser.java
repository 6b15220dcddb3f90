package io.tagwatch.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a metric math expression by recursive descent. Binding, loosest first: OR, AND,
 * comparisons, sums, products, unary minus, powers.
 */
final class MathParser {
  /** Deeper nesting is refused rather than risking the stack; no sensible expression has it. */
  private static final int DEEPEST = 50;

  private final List<MathLexer.Token> tokens;
  private int at;
  private int depth;

  private MathParser(List<MathLexer.Token> tokens) {
    this.tokens = tokens;
  }

  static MathNode parse(String expression) {
    MathParser parser = new MathParser(MathLexer.split(expression));
    MathNode node = parser.operation(0);
    if (parser.peek().kind() != MathLexer.Kind.END) {
      throw parser.unexpected("an operator");
    }
    return node;
  }

  private MathNode operation(int binding) {
    if (binding > MathOperator.TIGHTEST_LEFT_ASSOCIATIVE) {
      return unary();
    }
    MathNode left = operation(binding + 1);
    Optional<MathOperator> operator = operatorHere(binding);
    while (operator.isPresent()) {
      at++;
      left = new MathNode.Operation(operator.get(), left, operation(binding + 1));
      operator = operatorHere(binding);
    }
    return left;
  }

  private Optional<MathOperator> operatorHere(int binding) {
    MathLexer.Token token = peek();
    return token.kind() == MathLexer.Kind.SYMBOL || token.kind() == MathLexer.Kind.NAME
        ? MathOperator.spelt(token.text(), binding)
        : Optional.empty();
  }

  private MathNode unary() {
    if (++depth > DEEPEST) {
      throw new InvalidDefinition("nested more than " + DEEPEST + " deep");
    }
    try {
      if (peek().is("-")) {
        at++;
        return new MathNode.Negation(unary());
      }
      MathNode base = primary();
      if (!peek().is("^")) {
        return base;
      }
      at++;
      return new MathNode.Operation(MathOperator.POWER, base, unary());
    } finally {
      depth--;
    }
  }

  private MathNode primary() {
    MathLexer.Token token = peek();
    at++;
    return switch (token.kind()) {
      case NUMBER -> new MathNode.Constant(Double.parseDouble(token.text()));
      case TEXT -> new MathNode.Text(token.text());
      case NAME -> peek().is("(") ? call(token) : name(token);
      case SYMBOL -> bracketed(token);
      case END -> {
        at--;
        throw unexpected("a metric, a number or a function");
      }
    };
  }

  private MathNode bracketed(MathLexer.Token token) {
    if (token.is("(")) {
      MathNode inner = operation(0);
      expect(")");
      return inner;
    }
    if (token.is("[")) {
      return new MathNode.Several(list("]"));
    }
    at--;
    throw unexpected("a metric, a number or a function");
  }

  private MathNode call(MathLexer.Token name) {
    MathFunction function = MathFunction.named(name.text(), name.position());
    at++;
    List<MathNode> arguments = peek().is(")") ? List.of() : null;
    if (arguments == null) {
      arguments = list(")");
    } else {
      at++;
    }
    function.checkCount(arguments.size());
    return new MathNode.Call(function, arguments);
  }

  private static MathNode name(MathLexer.Token token) {
    return Character.isUpperCase(token.text().charAt(0))
        ? new MathNode.Word(token.text())
        : new MathNode.Reference(token.text());
  }

  private List<MathNode> list(String end) {
    List<MathNode> items = new ArrayList<>();
    items.add(operation(0));
    while (peek().is(",")) {
      at++;
      items.add(operation(0));
    }
    expect(end);
    return List.copyOf(items);
  }

  private void expect(String symbol) {
    if (!peek().is(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
    at++;
  }

  private MathLexer.Token peek() {
    return tokens.get(at);
  }

  private InvalidDefinition unexpected(String expected) {
    MathLexer.Token token = peek();
    return new InvalidDefinition(
        "expected " + expected + " at position " + token.position() + ", found " + token.text());
  }
}
