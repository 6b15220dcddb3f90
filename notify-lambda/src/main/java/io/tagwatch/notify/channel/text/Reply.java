package io.tagwatch.notify.channel.text;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;

/** A service's JSON answer, read without trust: what is missing or of another type is empty. */
public record Reply(Node node) {

  /** Any text; what is no JSON object has no members. */
  public static Reply of(String body) {
    boolean object = body.stripLeading().startsWith("{");
    return new Reply(object ? JsonDocument.parse(body, new Problems("reply")) : null);
  }

  /** The text or number at the end of a path; empty when there is none. */
  public String text(String... path) {
    Node found = at(path);
    return found instanceof Node.Text text
        ? text.value()
        : found instanceof Node.Numeric number ? number.value().toString() : "";
  }

  public boolean flag(String... path) {
    return at(path) instanceof Node.Flag flag && flag.value();
  }

  private Node at(String... path) {
    Node current = node;
    for (String key : path) {
      current = current instanceof Node.Fields fields ? fields.values().get(key) : null;
    }
    return current;
  }
}
