package io.tagwatch.uptime.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The grammar of queries, segments and selectors; see RFC 9535, appendix A. */
final class PathParser {
  private final Scanner scanner;

  PathParser(Scanner scanner) {
    this.scanner = scanner;
  }

  /** A query from its {@code $} on. */
  List<Segment> query() {
    scanner.expect("$");
    return segments(0);
  }

  /** As many segments as follow; blanks behind the last one are left alone. */
  List<Segment> segments(int depth) {
    List<Segment> segments = new ArrayList<>();
    while (true) {
      int before = scanner.position();
      scanner.skipBlanks();
      if (!scanner.looksAt(".") && !scanner.looksAt("[")) {
        scanner.moveTo(before);
        return segments;
      }
      segments.add(segment(depth));
    }
  }

  private Segment segment(int depth) {
    boolean descendant = scanner.take("..");
    if (scanner.looksAt("[")) {
      return new Segment(descendant, bracketed(depth));
    }
    if (!descendant) {
      scanner.expect(".");
    }
    if (scanner.take("*")) {
      return new Segment(descendant, List.of(new Selector.Wildcard()));
    }
    return new Segment(descendant, List.of(new Selector.Name(scanner.name())));
  }

  private List<Selector> bracketed(int depth) {
    List<Selector> selectors = new ArrayList<>();
    scanner.expect("[");
    do {
      scanner.skipBlanks();
      selectors.add(selector(depth));
      scanner.skipBlanks();
    } while (scanner.take(","));
    scanner.expect("]");
    return selectors;
  }

  private Selector selector(int depth) {
    if (scanner.looksAt("'") || scanner.looksAt("\"")) {
      return new Selector.Name(scanner.quoted());
    }
    if (scanner.take("*")) {
      return new Selector.Wildcard();
    }
    if (scanner.take("?")) {
      scanner.skipBlanks();
      return new Selector.Filter(new FilterParser(scanner, this, depth + 1).condition());
    }
    return indexOrSlice();
  }

  private Selector indexOrSlice() {
    OptionalLong start = scanner.integer();
    int behind = scanner.position();
    scanner.skipBlanks();
    if (!scanner.take(":")) {
      scanner.moveTo(behind);
      return new Selector.Index(
          start.orElseThrow(() -> scanner.error("expected a selector: 'name', 0, 0:2, * or ?")));
    }
    scanner.skipBlanks();
    OptionalLong end = scanner.integer();
    OptionalLong step = OptionalLong.empty();
    behind = scanner.position();
    scanner.skipBlanks();
    if (scanner.take(":")) {
      scanner.skipBlanks();
      step = scanner.integer();
    } else {
      scanner.moveTo(behind);
    }
    return new Selector.Slice(start, end, step.orElse(1));
  }
}
