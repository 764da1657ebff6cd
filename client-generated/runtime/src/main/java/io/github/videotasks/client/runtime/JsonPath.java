package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path to a place in a JSON text that is sound up to there, such as {@code $.detail.images[0]}:
 * the member or element that was read last or is being read.
 */
final class JsonPath {
  private static final Pattern LAST_INDEX = Pattern.compile("\\[(\\d+)]$");

  /** What could pass for another line of a log, or turn one around. */
  private static final Pattern INVISIBLE_CHARACTERS =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final byte[] bytes;
  private final int end;
  private final Deque<NestingLevel> levels = new ArrayDeque<>();

  /** An object, with the name of its last member, or an array, with an index. */
  private static final class NestingLevel {
    private final boolean isObject;
    private int index;
    private String name = "";
    private boolean expectsName;

    NestingLevel(boolean isObject) {
      this.isObject = isObject;
      this.expectsName = isObject;
    }

    String pathSegment() {
      if (!isObject) {
        return "[" + index + "]";
      }
      return name.isEmpty() ? "" : "." + name;
    }
  }

  private JsonPath(byte[] bytes, int to) {
    this.bytes = bytes;
    this.end = to;
  }

  /** The path to a byte of the text that starts at a byte, in what it was taken from. */
  static String of(@Nullable JsonReader outer, byte[] bytes, int start, int to) {
    JsonPath path = new JsonPath(bytes, to);
    int i = start;
    while (i < to) {
      i = path.advance(i);
    }
    StringBuilder steps = new StringBuilder(outer == null ? "$" : outerPath(outer));
    for (Iterator<NestingLevel> it = path.levels.descendingIterator(); it.hasNext(); ) {
      steps.append(it.next().pathSegment());
    }
    return INVISIBLE_CHARACTERS.matcher(LogMasking.maskSecrets(steps.toString())).replaceAll("?");
  }

  /** A reader that has given a value away names the element after it. */
  private static String outerPath(JsonReader outer) {
    Matcher index = LAST_INDEX.matcher(outer.getPath());
    return index.replaceFirst(it -> "[" + (Integer.parseInt(it.group(1)) - 1) + "]");
  }

  /** Goes over one byte or one string; gives the index after it. */
  private int advance(int i) {
    NestingLevel level = levels.peek();
    switch (bytes[i]) {
      case '{', '[' -> levels.push(new NestingLevel(bytes[i] == '{'));
      case '}', ']' -> levels.poll();
      case '"' -> {
        return skipString(i + 1, level);
      }
      case ',' -> {
        if (level != null) {
          level.index++;
          level.expectsName = level.isObject;
        }
      }
      default -> {
        // Neither begins nor ends anything.
      }
    }
    return i + 1;
  }

  private int skipString(int from, @Nullable NestingLevel level) {
    int i = from;
    while (i < end && bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    if (i < end && level != null && level.expectsName) {
      level.name = new String(bytes, from, i - from, StandardCharsets.UTF_8);
      level.expectsName = false;
    }
    return i + 1;
  }
}
