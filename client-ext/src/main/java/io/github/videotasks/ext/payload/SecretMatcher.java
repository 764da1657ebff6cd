package io.github.videotasks.ext.payload;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Queue;

/**
 * Searches a text for several words at once (Aho-Corasick), in time linear to the text whatever the
 * text is. Case is ignored, and so is each character between those of a word that is not visible
 * ASCII, such as a blank, a line end or a zero-width character.
 */
final class SecretMatcher {

  /** The state at the start of a text. */
  static final int ROOT = 0;

  private static final int NONE = -1;

  /** The state after the first character of a word; {@link #NONE} if no word begins with it. */
  private final int[] first = new int[0x80];

  private final char[] label;
  private final int[] firstChild;
  private final int[] sibling;

  /** The state of the longest end of a state's text that is the start of a word. */
  private final int[] fallback;

  /** The length of the longest word that ends in a state; 0 if none does. */
  private final int[] matched;

  private int states = 1;

  /**
   * Creates a matcher.
   *
   * @param words visible ASCII in lower case, not empty
   */
  SecretMatcher(Collection<String> words) {
    int max = 1 + words.stream().mapToInt(String::length).sum();
    label = new char[max];
    firstChild = new int[max];
    sibling = new int[max];
    fallback = new int[max];
    matched = new int[max];
    Arrays.fill(firstChild, NONE);
    Arrays.fill(sibling, NONE);
    Arrays.fill(first, NONE);
    words.forEach(this::add);
    connect();
  }

  private void add(String word) {
    int state = ROOT;
    for (int i = 0; i < word.length(); i++) {
      int next = child(state, word.charAt(i));
      state = next == NONE ? addChild(state, word.charAt(i)) : next;
    }
    matched[state] = word.length();
  }

  private int addChild(int state, char c) {
    int added = states++;
    label[added] = c;
    sibling[added] = firstChild[state];
    firstChild[state] = added;
    if (state == ROOT) {
      first[c] = added;
    }
    return added;
  }

  private int child(int state, char c) {
    if (state == ROOT) {
      return first[c];
    }
    int child = firstChild[state];
    while (child != NONE && label[child] != c) {
      child = sibling[child];
    }
    return child;
  }

  /** Computes the fallbacks, shorter texts first. */
  private void connect() {
    Queue<Integer> open = new ArrayDeque<>();
    open.add(ROOT);
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int child = firstChild[state]; child != NONE; child = sibling[child]) {
        fallback[child] = state == ROOT ? ROOT : next(fallback[state], label[child]);
        matched[child] = Math.max(matched[child], matched[fallback[child]]);
        open.add(child);
      }
    }
  }

  /** Returns whether a word begins with a character. */
  boolean canStart(char c) {
    return first[c] != NONE;
  }

  /** Returns the state after a character. */
  int next(int state, char c) {
    int from = state;
    int next = child(from, c);
    while (next == NONE && from != ROOT) {
      from = fallback[from];
      next = child(from, c);
    }
    return next == NONE ? ROOT : next;
  }

  /** Returns the length of the longest word that ends in a state; 0 if none does. */
  int matchedLength(int state) {
    return matched[state];
  }

  /** Returns the character to search for; 0 if it is ignored. */
  static char fold(char c) {
    if (c <= 0x20 || c >= 0x7f) {
      return 0;
    }
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
