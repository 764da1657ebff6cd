package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Lines of a document, grouped by name. Used to report each name once, at its first line, with its
 * further lines in the message.
 */
final class LinesByName {
  private static final int MAX_FURTHER_LINES = 20;
  private final SpecDocument document;
  private final Map<String, TreeSet<Integer>> lines = new TreeMap<>();

  LinesByName(SpecDocument document) {
    this.document = document;
  }

  void add(String name, int line) {
    lines.computeIfAbsent(name, n -> new TreeSet<>()).add(line);
  }

  /** Calls {@code report} once per name, with its first location and the text of its lines. */
  void forEach(BiConsumer<SourceLocation, String> report) {
    lines.forEach(
        (name, numbers) ->
            report.accept(
                new SourceLocation(document.file(), numbers.first()),
                name + furtherLines(numbers)));
  }

  private static String furtherLines(SortedSet<Integer> lines) {
    if (lines.size() == 1) {
      return "";
    }
    String more =
        lines.stream()
            .skip(1)
            .limit(MAX_FURTHER_LINES)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    int rest = lines.size() - 1 - MAX_FURTHER_LINES;
    return " (also in line " + more + (rest > 0 ? " and " + rest + " more)" : ")");
  }
}
