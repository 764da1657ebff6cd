package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files within the limit of a page. */
public final class TextFile {
  private TextFile() {}

  /**
   * Reads a file.
   *
   * @param name its name for messages
   * @throws RefusedException when it is larger than a page may be, or no UTF-8
   */
  public static String read(Path file, String name) throws IOException {
    long size = Files.size(file);
    if (size > Limits.DEFAULT.bytes()) {
      throw tooLarge(name, Limits.DEFAULT.bytes(), size);
    }
    return text(Files.readAllBytes(file), name);
  }

  /** Gives bytes as text, without a byte order mark. */
  static String text(byte[] content, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RefusedException(
          "not-utf8",
          new Place(name, 0),
          "expected UTF-8 text, found other bytes",
          "Save the page as UTF-8");
    }
  }

  static RefusedException tooLarge(String name, long most, long found) {
    return new RefusedException(
        "too-large",
        new Place(name, 0),
        "expected at most " + most + " bytes, found " + found,
        "Split the page");
  }
}
