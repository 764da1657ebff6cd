package io.github.videotasks.client.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The declared names of a model, found by their bytes without making a string first. */
final class PropertyNameTable {
  private final String[] names;
  private final byte[][] utf8Names;

  /** A hash table with a free place after every name; holds an index and one, or zero. */
  private final short[] buckets;

  PropertyNameTable(String... names) {
    this.names = names.clone();
    this.utf8Names = new byte[names.length][];
    this.buckets = new short[Integer.highestOneBit(Math.max(1, names.length)) * 4];
    for (int i = 0; i < names.length; i++) {
      utf8Names[i] = names[i].getBytes(StandardCharsets.UTF_8);
      int place = bucketIndex(utf8Names[i], 0, utf8Names[i].length);
      while (buckets[place] != 0) {
        place = (place + 1) & (buckets.length - 1);
      }
      buckets[place] = (short) (i + 1);
    }
  }

  /** The index of the name in these bytes; -1 if it is not declared. */
  int index(byte[] bytes, int from, int to) {
    for (int place = bucketIndex(bytes, from, to);
        buckets[place] != 0;
        place = (place + 1) & (buckets.length - 1)) {
      byte[] text = utf8Names[buckets[place] - 1];
      if (Arrays.equals(text, 0, text.length, bytes, from, to)) {
        return buckets[place] - 1;
      }
    }
    return -1;
  }

  /** The index of a name; -1 if it is not declared. */
  int index(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The index of the quote behind a name, if the bytes begin with that name and a quote; else -1.
   */
  int closingQuoteIndex(int index, byte[] bytes, int from, int end) {
    byte[] text = utf8Names[index];
    int close = from + text.length;
    return close < end
            && bytes[close] == '"'
            && Arrays.equals(text, 0, text.length, bytes, from, close)
        ? close
        : -1;
  }

  /** Names of one contract differ in these; that others do not costs time alone. */
  private int bucketIndex(byte[] bytes, int from, int to) {
    int length = to - from;
    int hash =
        length == 0
            ? 0
            : length + 31 * (bytes[from] + 31 * (bytes[from + length / 2] + 31 * bytes[to - 1]));
    return (hash ^ (hash >>> 7)) & (buckets.length - 1);
  }
}
