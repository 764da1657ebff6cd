package io.github.videotasks.spec.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one object or array: where it begins, and those of its keys or items. Arrays instead
 * of maps, because these lines are a large part of the memory of a merge.
 */
final class ContainerLines {
  /** A page may have an object with thousands of keys, which are then found by a map. */
  private static final int MAX_SEARCHED_KEYS = 16;

  private static final int INITIAL_CAPACITY = 4;
  private static final String[] NO_KEYS = {};
  private static final int[] NO_LINES = {};

  /** 0 when it is not known. */
  int start;

  private String[] keys = NO_KEYS;
  private int[] lines = NO_LINES;
  private int count;
  private @Nullable Map<String, Integer> positions;

  /** Records the line of a key; replaces an earlier one. */
  void putKey(String key, int line) {
    int at = positionOf(key);
    if (at >= 0) {
      lines[at] = line;
      return;
    }
    addItem(line);
    if (keys.length < lines.length) {
      keys = Arrays.copyOf(keys, lines.length);
    }
    keys[count - 1] = key;
    if (positions != null) {
      positions.put(key, count - 1);
    }
  }

  /** Records the line of the next item. */
  void addItem(int line) {
    if (count == lines.length) {
      lines = Arrays.copyOf(lines, Math.max(INITIAL_CAPACITY, count + count / 2));
    }
    lines[count] = line;
    count++;
  }

  void removeItem(int index) {
    if (index < count) {
      System.arraycopy(lines, index + 1, lines, index, count - index - 1);
      count--;
    }
  }

  /** Returns the line of a key, or where the object begins. */
  int lineOf(String key) {
    int at = positionOf(key);
    return at < 0 ? start : lines[at];
  }

  /** Returns the line of an item, or where the array begins. */
  int lineOf(int index) {
    return index < count ? lines[index] : start;
  }

  private int positionOf(String key) {
    if (count > MAX_SEARCHED_KEYS) {
      return positionByMap(key);
    }
    for (int i = 0; i < keys.length && i < count; i++) {
      if (key.equals(keys[i])) {
        return i;
      }
    }
    return -1;
  }

  private int positionByMap(String key) {
    if (positions == null) {
      positions = new HashMap<>();
      for (int i = 0; i < keys.length && i < count; i++) {
        positions.put(keys[i], i);
      }
    }
    return positions.getOrDefault(key, -1);
  }
}
