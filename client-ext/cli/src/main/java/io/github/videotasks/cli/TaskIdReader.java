package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.TaskId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Task ids from arguments and from a file or standard input, each once, in their order. */
final class TaskIdReader {
  private final Set<TaskId> ids = new LinkedHashSet<>();

  /**
   * Adds ids.
   *
   * @throws IllegalArgumentException if one is not valid
   */
  void addArguments(Collection<String> arguments) {
    arguments.forEach(each -> ids.add(new TaskId(each)));
  }

  /**
   * Adds the lines of a file, except empty ones and those that start with {@code #}.
   *
   * @param file a path, or {@code -} for standard input
   * @throws IllegalArgumentException if it is a folder, or an id is not valid; the message contains
   *     file and line
   * @throws IOException if the file cannot be read
   */
  void addLines(String file, InputStream standardInput) throws IOException {
    boolean standard = file.equals("-");
    if (Files.isDirectory(Path.of(file))) {
      throw new IllegalArgumentException(
          "--from: expected a file with an id on each line, found a folder at " + file);
    }
    try (InputStream stream = standard ? standardInput : Files.newInputStream(Path.of(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        addLine(standard ? "standard input" : file, number, line.strip());
      }
    }
  }

  private void addLine(String file, int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    try {
      ids.add(new TaskId(line));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
    }
  }

  Set<TaskId> ids() {
    return ids;
  }
}
