package io.tagwatch.common.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a misspelt word was probably meant to be. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The candidate nearest to {@code word} by optimal string alignment distance, regardless of case;
   * empty when none is near: at most one edit for words up to four letters, two up to six, three
   * for longer ones. Of two that are as near, the one that begins more alike.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    int allowed = word.length() <= 4 ? 1 : word.length() <= 6 ? 2 : 3;
    String wanted = word.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
        .map(candidate -> new Ranked(candidate, distance(wanted, lower(candidate))))
        .filter(ranked -> ranked.distance <= allowed)
        .min(
            Comparator.comparingInt(Ranked::distance)
                .thenComparing(ranked -> -commonStart(wanted, lower(ranked.word)))
                .thenComparing(Ranked::word))
        .map(Ranked::word);
  }

  /** The end of a sentence: {@code ; did you mean "redirects"?} or nothing. */
  public static String didYouMean(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  private record Ranked(String word, int distance) {}

  private static int commonStart(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + change);
        cost[i][j] = swapped(a, b, i, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[a.length()][b.length()];
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
