package io.github.videotasks.spec.finding;

import java.util.Comparator;

/**
 * File and line of a finding.
 *
 * @param file the file, relative to the module's folder, such as {@code pages/acme.md}
 * @param line the line, from 1; 0 when the finding is about the whole file
 */
public record SourceLocation(String file, int line) implements Comparable<SourceLocation> {
  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::file).thenComparingInt(SourceLocation::line);

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
