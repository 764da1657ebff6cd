package io.github.videotasks.spec.attention;

import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the line of a property within an example of a page, of which the first line is known. */
public final class ValueLines {
  /** Longer examples exist, but their status is near the beginning. */
  private static final int MAX_LINES = 2_000;

  private final Path folder;

  /**
   * Creates a reader.
   *
   * @param folder the folder that contains {@code pages/}
   */
  public ValueLines(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the first line from the beginning of an example on that has the property with the
   * value, in YAML or JSON; the beginning itself when there is none or the page cannot be read.
   */
  SourceLocation lineOf(SourceLocation example, String property, String value) {
    Pattern pair =
        Pattern.compile(
            "(?:^|[\\s{,])(['\"]?)"
                + Pattern.quote(property)
                + "\\1\\s*:\\s*(['\"]?)"
                + Pattern.quote(value)
                + "\\2(?:$|[\\s},])");
    List<String> lines = lines(example.file());
    int end = Math.min(lines.size(), example.line() - 1 + MAX_LINES);
    for (int i = Math.max(0, example.line() - 1); i < end; i++) {
      if (pair.matcher(lines.get(i)).find()) {
        return i == example.line() - 1 ? example : new SourceLocation(example.file(), i + 1);
      }
    }
    return example;
  }

  private List<String> lines(String file) {
    try {
      Path page = folder.resolve(file).normalize();
      return page.startsWith(folder.normalize())
          ? new String(Files.readAllBytes(page), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
