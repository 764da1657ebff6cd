package io.github.videotasks.contract.report;

import java.util.List;

/**
 * One member of an answer in the four books that are kept of it.
 *
 * @param member as contracts name it, for example {@code $.detail.pending_info.id}
 * @param declared which pages declare it, as {@code page:line type}
 * @param shown which examples show it, as {@code provider/n}
 * @param read which clients read it from some example
 * @param named which clients' contracts name it
 */
public record FieldUsage(
    String member,
    List<String> declared,
    List<String> shown,
    List<String> read,
    List<String> named) {

  public FieldUsage {
    declared = List.copyOf(declared);
    shown = List.copyOf(shown);
    read = List.copyOf(read);
    named = List.copyOf(named);
  }

  /** How many pages declare it. */
  public int declaredBy() {
    return declared.size();
  }

  /** How many examples show it. */
  public int shownIn() {
    return shown.size();
  }

  /** The clients that read it, for people. */
  public String readBy() {
    return read.isEmpty() ? "–" : String.join(", ", read);
  }

  /** The clients whose contracts name it, for people. */
  public String namedBy() {
    return named.isEmpty() ? "–" : String.join(", ", named);
  }

  /** Whether some contract names less or more than its client reads. */
  public boolean odd() {
    return !read.equals(named);
  }
}
