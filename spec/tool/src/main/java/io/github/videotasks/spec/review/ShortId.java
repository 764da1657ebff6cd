package io.github.videotasks.spec.review;

import io.github.videotasks.spec.write.Sha256;
import java.nio.charset.StandardCharsets;

/** Short ids: the start of a SHA-256 over what identifies an entry. */
final class ShortId {
  private static final int LENGTH = 10;

  private ShortId() {}

  /**
   * Returns the id of parts that together identify an entry, without line numbers.
   *
   * @param parts texts; their order matters
   */
  static String of(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      // The length separates the parts: a part may contain any character.
      text.append(part.length()).append(':').append(part);
    }
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
  }
}
