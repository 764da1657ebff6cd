package io.github.videotasks.spec.tree;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that a typo was meant to be. */
public final class SpellingSuggestion {
  private static final int MAX_LENGTH = 40;

  private SpellingSuggestion() {}

  /**
   * Gives the one known word that is a slip away: one letter too many, missing, wrong or swapped
   * with its neighbour, two such slips in a word of seven letters and more. Null when none or
   * several are.
   */
  public static @Nullable String closest(String word, Collection<String> known) {
    String near = null;
    int least = word.length() < 7 ? 1 : 2;
    int best = least + 1;
    for (String candidate : known) {
      if (word.length() > MAX_LENGTH || word.length() < 3 || candidate.length() < 3) {
        continue;
      }
      int slips = editDistance(word, candidate);
      if (slips < best) {
        best = slips;
        near = candidate;
      } else if (slips == best) {
        near = null;
      }
    }
    return best <= least ? near : null;
  }

  /** Gives the known word that is the same but for case, blanks, dashes and underscores. */
  public static @Nullable String matchIgnoringSeparators(String word, Collection<String> known) {
    String plain = normalize(word);
    return known.stream().filter(k -> normalize(k).equals(plain)).findFirst().orElse(null);
  }

  private static String normalize(String word) {
    return word.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  /** Counts slips as Damerau and Levenshtein did (the variant without overlapping swaps). */
  private static int editDistance(String a, String b) {
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        slips[i][j] = i == 0 ? j : j == 0 ? i : minimumCost(slips, a, b, i, j);
      }
    }
    return slips[a.length()][b.length()];
  }

  private static int minimumCost(int[][] slips, String a, String b, int i, int j) {
    int changed = slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
  }
}
