package io.github.videotasks.spec.tree;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known word that a misspelt word most likely means. */
public final class SpellingSuggestion {
  private static final int MAX_LENGTH = 40;

  private SpellingSuggestion() {}

  /**
   * Returns the known word within edit distance 1, or 2 for a word of seven letters or more. An
   * edit inserts, deletes or replaces a letter, or swaps two adjacent ones.
   *
   * @param word what a page has
   * @param known the words that are valid there
   * @return the closest known word; null when none is near enough, or several are equally near
   */
  public static @Nullable String closest(String word, Collection<String> known) {
    String near = null;
    int maxDistance = word.length() < 7 ? 1 : 2;
    int best = maxDistance + 1;
    for (String candidate : known) {
      if (word.length() > MAX_LENGTH || word.length() < 3 || candidate.length() < 3) {
        continue;
      }
      int distance = editDistance(word, candidate);
      if (distance < best) {
        best = distance;
        near = candidate;
      } else if (distance == best) {
        near = null;
      }
    }
    return best <= maxDistance ? near : null;
  }

  /**
   * {@return the known word that differs only in case, spaces, dashes and underscores; else null}
   *
   * @param word what a page has
   * @param known the words that are valid there
   */
  public static @Nullable String matchIgnoringSeparators(String word, Collection<String> known) {
    String plain = normalize(word);
    return known.stream().filter(k -> normalize(k).equals(plain)).findFirst().orElse(null);
  }

  private static String normalize(String word) {
    return word.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  /** Returns the Damerau-Levenshtein distance (optimal string alignment: no overlapping swaps). */
  private static int editDistance(String a, String b) {
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = i == 0 ? j : j == 0 ? i : minimumCost(costs, a, b, i, j);
      }
    }
    return costs[a.length()][b.length()];
  }

  private static int minimumCost(int[][] costs, String a, String b, int i, int j) {
    int changed = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
  }
}
