package io.tagwatch.common.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The mistakes found so far in one file. Not thread-safe.
 *
 * <p>A reader adds and goes on; whoever started the reading calls {@link #throwIfAny()} at the end.
 */
public final class Problems {
  private final String file;
  private final String subject;
  private final List<Problem> found;

  /** For a file of that name, as the user knows it: {@code checks.yaml}. */
  public Problems(String file) {
    this(file, "", new ArrayList<>());
  }

  private Problems(String file, String subject, List<Problem> found) {
    this.file = file;
    this.subject = subject;
    this.found = found;
  }

  /** The same collection; what is added through the result names {@code subject}. */
  public Problems about(String subject) {
    return new Problems(file, subject, found);
  }

  public void add(Place place, String message) {
    found.add(new Problem(place, subject, message));
  }

  public void add(Node node, String message) {
    add(node.place(), message);
  }

  public String file() {
    return file;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public int size() {
    return found.size();
  }

  /** A copy, in the order of the document as far as lines are known. */
  public List<Problem> list() {
    return found.stream()
        .sorted(java.util.Comparator.comparingInt(problem -> problem.place().line()))
        .toList();
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigException with all mistakes, if there are any
   */
  public void throwIfAny() {
    ConfigException.throwIfAny(List.of(this));
  }
}
