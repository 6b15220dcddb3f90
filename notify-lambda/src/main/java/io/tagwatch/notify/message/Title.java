package io.tagwatch.notify.message;

/** Sentences of others as titles. */
final class Title {
  private Title() {}

  /** Without the full stop that ends a sentence: more may follow it on the same line. */
  static String plain(String sentence) {
    String text = sentence.strip();
    return text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
  }
}
