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
 * Computes the JSON path of a byte offset in a JSON text, such as {@code $.detail.images[0]}. It
 * names the property or element that was read last or is being read. The text must be valid up to
 * the offset.
 */
final class JsonPath {
  private static final Pattern LAST_INDEX = Pattern.compile("\\[(\\d+)]$");

  /** Characters that could start another line in a log or reverse the direction of its text. */
  private static final Pattern INVISIBLE_CHARACTERS =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final byte[] bytes;
  private final int end;
  private final Deque<NestingLevel> levels = new ArrayDeque<>();

  /** An open object with the name of its last property, or an open array with an index. */
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

  private JsonPath(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /**
   * Returns the path of a byte offset, with secrets masked and invisible characters replaced.
   *
   * @param outer the reader that the text was taken from; null if the text is a whole document
   * @param bytes the text in UTF-8
   * @param start offset of the first byte of the text
   * @param end offset whose path is wanted
   */
  static String of(@Nullable JsonReader outer, byte[] bytes, int start, int end) {
    JsonPath path = new JsonPath(bytes, end);
    int i = start;
    while (i < end) {
      i = path.advance(i);
    }
    StringBuilder steps = new StringBuilder(outer == null ? "$" : outerPath(outer));
    for (Iterator<NestingLevel> it = path.levels.descendingIterator(); it.hasNext(); ) {
      steps.append(it.next().pathSegment());
    }
    return INVISIBLE_CHARACTERS.matcher(LogMasking.maskSecrets(steps.toString())).replaceAll("?");
  }

  /** Returns the path of the value taken last. The reader itself already names the next element. */
  private static String outerPath(JsonReader outer) {
    Matcher index = LAST_INDEX.matcher(outer.getPath());
    return index.replaceFirst(it -> "[" + (Integer.parseInt(it.group(1)) - 1) + "]");
  }

  /** Consumes one byte or one string and returns the index after it. */
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
        // The byte does not begin or end an object, array, string or element.
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
