package io.tagwatch.cli.config;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One scalar, by the core schema of YAML 1.2.2, section 10.3. */
final class YamlScalar {
  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private final Place place;
  private final Problems problems;

  YamlScalar(Place place, Problems problems) {
    this.place = place;
    this.problems = problems;
  }

  Node read(ScalarEvent event) {
    String value = event.getValue();
    Optional<Tag> tag = event.getTag().map(Tag::new);
    if (tag.isPresent()) {
      return tagged(tag.get(), value);
    }
    return event.isPlain() ? plain(value) : new Node.Text(place, value);
  }

  private Node tagged(Tag tag, String value) {
    if (tag.equals(Tag.STR) || tag.getValue().equals("!")) {
      return new Node.Text(place, value);
    }
    Node node = plain(value);
    boolean fits =
        switch (node) {
          case Node.Numeric _ -> tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
          case Node.Flag _ -> tag.equals(Tag.BOOL);
          case Node.Empty _ -> tag.equals(Tag.NULL);
          default -> false;
        };
    if (!fits) {
      problems.add(place, "the tag \"" + tag.getValue() + "\" is not supported; leave it out");
    }
    return node;
  }

  private Node plain(String value) {
    if (NULL.matcher(value).matches()) {
      return new Node.Empty(place);
    }
    if (FLAG.matcher(value).matches()) {
      return new Node.Flag(place, value.equalsIgnoreCase("true"));
    }
    if (OCTAL.matcher(value).matches()) {
      return whole(value, 8);
    }
    if (HEXADECIMAL.matcher(value).matches()) {
      return whole(value, 16);
    }
    if (DECIMAL.matcher(value).matches()) {
      return decimal(value);
    }
    if (NOT_FINITE.matcher(value).matches()) {
      problems.add(place, value + " is not a number that can be used; write digits");
    }
    return new Node.Text(place, value);
  }

  private Node whole(String value, int radix) {
    return value.length() > YamlLimits.DIGITS
        ? outOfRange(value)
        : new Node.Numeric(place, new BigDecimal(new BigInteger(value.substring(2), radix)));
  }

  private Node decimal(String value) {
    if (value.length() > YamlLimits.DIGITS) {
      return outOfRange(value);
    }
    try {
      BigDecimal number = new BigDecimal(value);
      boolean huge = Math.abs((long) number.precision() - number.scale()) > YamlLimits.DIGITS;
      return huge ? outOfRange(value) : new Node.Numeric(place, number);
    } catch (NumberFormatException e) {
      return outOfRange(value);
    }
  }

  private Node outOfRange(String value) {
    problems.add(place, "the number " + abbreviated(value) + " is out of range");
    return new Node.Numeric(place, BigDecimal.ZERO);
  }

  private static String abbreviated(String value) {
    return value.length() <= 20 ? value : value.substring(0, 20) + "…";
  }
}
