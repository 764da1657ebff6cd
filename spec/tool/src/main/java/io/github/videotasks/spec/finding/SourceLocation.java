package io.github.videotasks.spec.finding;

import java.util.Comparator;

/**
 * File and line of a finding; on a line with several nodes also the JSON pointer.
 *
 * @param file the file, relative to the module's folder, such as {@code pages/acme.md}
 * @param line the line, from 1; 0 when the finding is about the whole file
 * @param pointer the JSON pointer in the document; empty when the line alone identifies the node
 */
public record SourceLocation(String file, int line, String pointer)
    implements Comparable<SourceLocation> {
  private static final int MAX_POINTER_LENGTH = 200;

  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::file)
          .thenComparingInt(SourceLocation::line)
          .thenComparing(SourceLocation::pointer);

  /**
   * Creates the location of a node that its line identifies.
   *
   * @param file the file, relative to the module's folder, such as {@code pages/acme.md}
   * @param line the line, from 1
   */
  public SourceLocation(String file, int line) {
    this(file, line, "");
  }

  /**
   * {@return this location for a message that has its own location: {@code here} when it is the
   * same, so that a line is never cited against itself}
   *
   * @param reported the location of the finding that has the message
   */
  public String citedAt(SourceLocation reported) {
    return equals(reported) ? "here" : "at " + this;
  }

  /** {@return the location without its file: {@code 12}, or {@code 1#/info/title}} */
  public String inFile() {
    return pointer.isEmpty()
        ? Integer.toString(line)
        : line + "#" + PrintableText.of(pointer, MAX_POINTER_LENGTH);
  }

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + inFile();
  }
}
