package io.github.videotasks.spec.output;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.RelativePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The list of the files that the tool wrote to a folder. Files that are not in it, or that were
 * edited since, belong to the user. The list is a file in the format of {@code sha256sum --check}.
 */
final class WrittenFiles {
  /** The list's own name. */
  static final String FILE_NAME = "derived-files.sha256";

  private static final String FIRST_LINE =
      "# Files that spec-tool wrote. It changes and deletes no other file of this folder.";

  /** A SHA-256 in hexadecimal, two spaces, and a path. */
  private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{64})  (.+)");

  private final SortedMap<String, String> hashes = new TreeMap<>();

  private WrittenFiles() {}

  /**
   * Reads the list of a folder.
   *
   * @param content the content of the list; null when there is none
   * @param file its path, for messages
   * @throws RejectedInputException when the file is something else
   */
  static WrittenFiles read(byte @Nullable [] content, Path file) {
    WrittenFiles list = new WrittenFiles();
    if (content == null) {
      return list;
    }
    String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher entry = ENTRY.matcher(lines[i]);
      boolean valid =
          i == 0
              ? lines[i].equals(FIRST_LINE)
              : lines[i].isEmpty()
                  || (entry.matches() && RelativePath.isBelowFolder(entry.group(2)));
      if (!valid) {
        throw OutputPaths.rejected(
            file,
            "expected the list of the files that spec-tool wrote, found another text in line "
                + (i + 1),
            "Move the file away, or choose another folder");
      }
      if (i > 0 && !lines[i].isEmpty()) {
        list.hashes.put(entry.group(2), entry.group(1));
      }
    }
    return list;
  }

  /** Returns the content of the list for the SHA-256 of each file, by path. */
  static byte[] serialize(SortedMap<String, String> hashes) {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    hashes.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the SHA-256 by path below the folder. */
  SortedMap<String, String> hashes() {
    return hashes;
  }
}
