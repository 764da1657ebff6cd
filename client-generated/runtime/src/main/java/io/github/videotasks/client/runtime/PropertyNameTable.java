package io.github.videotasks.client.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Hash table of the declared property names of a model. A name is looked up by its UTF-8 bytes, so
 * no string is created for it.
 */
final class PropertyNameTable {
  private final String[] names;
  private final byte[][] utf8Names;

  /**
   * Open addressing with linear probing. A bucket contains the index of a name plus one; zero marks
   * a free bucket, of which there is always at least one.
   */
  private final short[] buckets;

  PropertyNameTable(String... names) {
    this.names = names.clone();
    this.utf8Names = new byte[names.length][];
    this.buckets = new short[Integer.highestOneBit(Math.max(1, names.length)) * 4];
    for (int i = 0; i < names.length; i++) {
      utf8Names[i] = names[i].getBytes(StandardCharsets.UTF_8);
      int bucket = bucketIndex(utf8Names[i], 0, utf8Names[i].length);
      while (buckets[bucket] != 0) {
        bucket = (bucket + 1) & (buckets.length - 1);
      }
      buckets[bucket] = (short) (i + 1);
    }
  }

  /** Returns the index of the name in these bytes; -1 if it is not declared. */
  int index(byte[] bytes, int from, int to) {
    for (int bucket = bucketIndex(bytes, from, to);
        buckets[bucket] != 0;
        bucket = (bucket + 1) & (buckets.length - 1)) {
      byte[] text = utf8Names[buckets[bucket] - 1];
      if (Arrays.equals(text, 0, text.length, bytes, from, to)) {
        return buckets[bucket] - 1;
      }
    }
    return -1;
  }

  /** Returns the index of a name; -1 if it is not declared. */
  int index(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the offset of the closing quote if the bytes begin with the name at this index and a
   * quote; else -1.
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

  /**
   * Hashes length, first, middle and last byte. The names of one contract usually differ in these;
   * a collision only costs time.
   */
  private int bucketIndex(byte[] bytes, int from, int to) {
    int length = to - from;
    int hash =
        length == 0
            ? 0
            : length + 31 * (bytes[from] + 31 * (bytes[from + length / 2] + 31 * bytes[to - 1]));
    return (hash ^ (hash >>> 7)) & (buckets.length - 1);
  }
}
