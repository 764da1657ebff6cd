package io.github.videotasks.ext.payload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file of {@code spec/} with tables that the library has too: keys with lists or single values,
 * one entry a line. The module has no YAML parser, and needs none for this form.
 *
 * @param name the file, as messages name it
 * @param entries the entries, in the order of the file
 */
record SpecDataFile(String name, List<Entry> entries) {

  /**
   * An entry.
   *
   * @param section the keys above it, joined by dots
   * @param text the entry as written, without its indentation
   * @param line its line in the file
   */
  record Entry(String section, String text, int line) {}

  static SpecDataFile read(String name) {
    try {
      return parse("spec/" + name, Files.readAllLines(Path.of("../spec", name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SpecDataFile parse(String name, List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).strip();
      int depth = lines.get(i).indexOf(text) / 2;
      if (text.endsWith(":") && !text.startsWith("#")) {
        keys.subList(Math.min(depth, keys.size()), keys.size()).clear();
        keys.add(text.substring(0, text.length() - 1));
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        entries.add(new Entry(String.join(".", keys), text, i + 1));
      }
    }
    return new SpecDataFile(name, List.copyOf(entries));
  }

  /**
   * Compares a section with a table of the library.
   *
   * @param table the class with the table, for messages
   * @param expected the entries of the table, as they are written in the file
   * @return one message for each entry that only one of the two has, with the line to add
   */
  List<String> differences(String section, String table, Stream<String> expected) {
    Set<String> missing = new HashSet<>();
    List<String> problems = new ArrayList<>();
    expected.forEach(missing::add);
    for (Entry entry : entries) {
      if (entry.section().equals(section) && !missing.remove(entry.text())) {
        problems.add(
            "%s:%d: '%s' is not in %s; add it there, or delete the line"
                .formatted(name, entry.line(), entry.text(), table));
      }
    }
    missing.stream()
        .sorted()
        .map(
            text ->
                "%s: expected every entry of %s, add the line '%s%s' to %s"
                    .formatted(
                        name, table, "  ".repeat(section.split("\\.").length), text, section))
        .forEach(problems::add);
    return problems;
  }
}
