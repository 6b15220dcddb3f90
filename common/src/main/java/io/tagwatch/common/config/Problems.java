package io.tagwatch.common.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The mistakes found so far in one file. Not thread-safe.
 *
 * <p>A reader adds and goes on; whoever started the reading calls {@link #throwIfAny()} at the end.
 */
public final class Problems {
  private static final Comparator<Problem> AS_READ =
      Comparator.comparingInt((Problem problem) -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());

  private final String file;
  private final String subject;
  private final List<Problem> found;
  private final Set<Told> told;

  /** For a file of that name, as the user knows it: {@code checks.yaml}. */
  public Problems(String file) {
    this(file, "", new ArrayList<>(), new HashSet<>());
  }

  private Problems(String file, String subject, List<Problem> found, Set<Told> told) {
    this.file = file;
    this.subject = subject;
    this.found = found;
    this.told = told;
  }

  /** A mistake that several readers meet, or the same reader several times, is told once. */
  private record Told(Place place, String message) {}

  /** The same collection; what is added through the result names {@code subject}. */
  public Problems about(String subject) {
    return new Problems(file, subject, found, told);
  }

  /** Adds a mistake, unless it has been told of that place already. */
  public void add(Place place, String message) {
    if (told.add(new Told(place, message))) {
      found.add(new Problem(place, subject, message));
    }
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

  /** A copy, in the order of the document as far as lines and columns are known. */
  public List<Problem> list() {
    return found.stream().sorted(AS_READ).toList();
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
