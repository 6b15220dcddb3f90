package io.tagwatch.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** One value in the list of a property: what a single value of a message has to be. */
sealed interface Rule {

  /**
   * @param value text, number, true, false or null
   */
  boolean matches(JsonNode value);

  record ExactText(String expected) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return value.isTextual() && value.textValue().equals(expected);
    }
  }

  record ExactNumber(BigDecimal expected) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return value.isNumber() && value.decimalValue().compareTo(expected) == 0;
    }
  }

  /** A keyword: {@code true}, {@code false} or {@code null}. */
  record Keyword(Boolean expected) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return expected == null
          ? value.isNull()
          : value.isBoolean() && value.booleanValue() == expected;
    }
  }

  record Prefix(String start) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return value.isTextual() && value.textValue().startsWith(start);
    }
  }

  record Suffix(String end) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return value.isTextual() && value.textValue().endsWith(end);
    }
  }

  record IgnoringCase(String expected) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return value.isTextual() && value.textValue().equalsIgnoreCase(expected);
    }
  }

  /** An address inside a block. */
  record InBlock(AddressBlock block) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return value.isTextual() && block.contains(value.textValue());
    }
  }

  /** Anything that none of the excluded rules matches. */
  record AnythingBut(List<Rule> excluded) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return excluded.stream().noneMatch(rule -> rule.matches(value));
    }
  }

  /**
   * A number between two bounds.
   *
   * @param bottom null for none
   * @param top null for none
   */
  record Range(BigDecimal bottom, boolean bottomIncluded, BigDecimal top, boolean topIncluded)
      implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return value.isNumber()
          && aboveBottom(value.decimalValue())
          && belowTop(value.decimalValue());
    }

    private boolean aboveBottom(BigDecimal number) {
      return bottom == null || number.compareTo(bottom) >= (bottomIncluded ? 0 : 1);
    }

    private boolean belowTop(BigDecimal number) {
      return top == null || number.compareTo(top) <= (topIncluded ? 0 : -1);
    }
  }

  /** Whether the property is there at all; asked of the property, not of its values. */
  record Exists(boolean expected) implements Rule {
    @Override
    public boolean matches(JsonNode value) {
      return expected;
    }
  }
}
