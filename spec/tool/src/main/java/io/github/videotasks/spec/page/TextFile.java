package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads UTF-8 text files up to the size limit of a page. */
public final class TextFile {
  private TextFile() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @param name its name for messages
   * @return its text without a byte order mark
   * @throws RejectedInputException when it is larger than 8 MiB or not UTF-8
   * @throws IOException when the file cannot be read
   */
  public static String read(Path file, String name) throws IOException {
    long size = Files.size(file);
    if (size > YamlLimits.DEFAULT.maxBytes()) {
      throw tooLarge(name, YamlLimits.DEFAULT.maxBytes(), size);
    }
    return decode(Files.readAllBytes(file), name);
  }

  /** Decodes UTF-8 and removes a byte order mark. */
  static String decode(byte[] content, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RejectedInputException(
          "not-utf8",
          new SourceLocation(name, 0),
          "expected UTF-8 text, found other bytes",
          "Save the page as UTF-8");
    }
  }

  static RejectedInputException tooLarge(String name, long most, long found) {
    return new RejectedInputException(
        "too-large",
        new SourceLocation(name, 0),
        "expected at most " + most + " bytes, found " + found,
        "Split the page");
  }
}
