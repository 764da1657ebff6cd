package io.github.videotasks.contract.wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Accepted uses of forbidden words, from {@code allowed-words.tsv}.
 *
 * @param entries the lines of the file
 */
record AllowedWords(List<Entry> entries) {

  static final String FILE =
      "contract-tests/suite/src/test/resources/io/github/videotasks/contract/wording/allowed-words.tsv";

  /**
   * Accepts all occurrences of one word in one file.
   *
   * @param path path of the file relative to the root
   * @param word the word as it is found, in any case
   * @param why why another word would be wrong there
   */
  record Entry(String path, String word, String why) {

    boolean allows(Finding finding) {
      return path.equals(finding.path()) && word.equalsIgnoreCase(finding.word());
    }
  }

  /**
   * One use of a forbidden word.
   *
   * @param path path of the file relative to the root
   * @param line line in the file, from 1
   * @param word the word as it is found, with single spaces
   * @param instead what to write
   */
  record Finding(String path, int line, String word, String instead) {

    @Override
    public String toString() {
      return path + ":" + line + ": '" + word + "', write: " + instead;
    }
  }

  /** Reads the file: columns separated by tabs; lines that begin with # are comments. */
  static AllowedWords read(Path root) throws IOException {
    return new AllowedWords(
        Files.readAllLines(root.resolve(FILE)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(AllowedWords::parse)
            .toList());
  }

  private static Entry parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3) {
      throw new IllegalArgumentException(
          "expected FILE, WORD and WHY separated by tabs in " + FILE + ", found '" + line + "'");
    }
    return new Entry(columns[0], columns[1], columns[2]);
  }

  boolean allows(Finding finding) {
    return entries.stream().anyMatch(entry -> entry.allows(finding));
  }

  /** Returns the entries that accept none of the findings. */
  List<Entry> unused(Collection<Finding> findings) {
    return entries.stream().filter(entry -> findings.stream().noneMatch(entry::allows)).toList();
  }
}
