package io.github.videotasks.contract.callers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Error or warning of a compiler.
 *
 * @param line line number, from 1; 0 if the message does not refer to a line
 * @param message first line of the message
 */
record CompilerDiagnostic(int line, String message) {

  private static final String EXPECTATION_MARKER = " expected error: ";

  CompilerDiagnostic {
    message = message.lines().findFirst().orElse("").strip();
  }

  /** Returns the diagnostics that a program expects, from the comments in its lines. */
  static List<CompilerDiagnostic> expectedIn(Path source) throws IOException {
    List<String> lines = Files.readAllLines(source);
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains(EXPECTATION_MARKER))
        .mapToObj(i -> new CompilerDiagnostic(i + 1, lines.get(i).split(EXPECTATION_MARKER, 2)[1]))
        .toList();
  }
}
