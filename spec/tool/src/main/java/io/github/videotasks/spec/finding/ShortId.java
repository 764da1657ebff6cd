package io.github.videotasks.spec.finding;

import io.github.videotasks.spec.write.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Short ids: the start of a SHA-256 over what identifies an entry, after a letter for its kind. The
 * letter keeps YAML from reading an id as a number.
 */
public final class ShortId {
  /** The first letter of the ids of changes. */
  public static final char CHANGE = 'c';

  /** The first letter of the ids of findings. */
  public static final char FINDING = 'f';

  private static final int LENGTH = 10;

  private ShortId() {}

  /**
   * {@return the id of parts that together identify an entry, without line numbers}
   *
   * @param kind the first letter
   * @param parts texts; their order matters
   */
  public static String of(char kind, String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      // The length separates the parts: a part may contain any character.
      text.append(part.length()).append(':').append(part);
    }
    String hash = Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    return kind + hash.substring(0, LENGTH - 1);
  }
}
