package io.github.videotasks.contract.callers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a compiler says against a line of a program.
 *
 * @param line from 1; 0 if it is not about a line
 * @param message its first line
 */
record CompilerDiagnostic(int line, String message) {

  private static final String EXPECTATION_MARKER = " refused: ";

  CompilerDiagnostic {
    message = message.lines().findFirst().orElse("").strip();
  }

  /** What a program itself says in comments that will be said against its lines. */
  static List<CompilerDiagnostic> expectedIn(Path source) throws IOException {
    List<String> lines = Files.readAllLines(source);
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains(EXPECTATION_MARKER))
        .mapToObj(i -> new CompilerDiagnostic(i + 1, lines.get(i).split(EXPECTATION_MARKER, 2)[1]))
        .toList();
  }
}
