package io.tagwatch.cli.terminal;

/** Colour and weight, or none. */
public enum Style {
  PLAIN,
  COLOUR;

  private static final String ESCAPE = "\u001b[";
  private static final String RESET = ESCAPE + "0m";

  public String bold(String text) {
    return wrap("1", text);
  }

  public String dim(String text) {
    return wrap("2", text);
  }

  public String good(String text) {
    return wrap("32", text);
  }

  public String bad(String text) {
    return wrap("1;31", text);
  }

  public String warning(String text) {
    return wrap("33", text);
  }

  private String wrap(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : ESCAPE + code + "m" + text + RESET;
  }
}
