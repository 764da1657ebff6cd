package io.github.videotasks.contract.report;

import java.util.List;

/**
 * Usage of one field of a response: who declares, shows, reads and names it.
 *
 * @param field path of the field in contracts, for example {@code $.detail.pending_info.id}
 * @param declared the pages that declare it, as {@code page:line type}
 * @param shown the examples that show it, as {@code provider/n}
 * @param read the clients that read it from at least one example
 * @param named the clients whose contracts name it
 */
public record FieldUsage(
    String field,
    List<String> declared,
    List<String> shown,
    List<String> read,
    List<String> named) {

  /**
   * Copies the lists.
   *
   * @param field path of the field in contracts, for example {@code $.detail.pending_info.id}
   * @param declared the pages that declare it, as {@code page:line type}
   * @param shown the examples that show it, as {@code provider/n}
   * @param read the clients that read it from at least one example
   * @param named the clients whose contracts name it
   */
  public FieldUsage {
    declared = List.copyOf(declared);
    shown = List.copyOf(shown);
    read = List.copyOf(read);
    named = List.copyOf(named);
  }

  /** {@return the number of pages that declare the field} */
  public int declaredBy() {
    return declared.size();
  }

  /** {@return the number of examples that show the field} */
  public int shownIn() {
    return shown.size();
  }

  /** {@return the clients that read the field as text} */
  public String readBy() {
    return read.isEmpty() ? "–" : String.join(", ", read);
  }

  /** {@return the clients whose contracts name the field as text} */
  public String namedBy() {
    return named.isEmpty() ? "–" : String.join(", ", named);
  }

  /** {@return whether the clients that read the field differ from those whose contracts name it} */
  public boolean odd() {
    return !read.equals(named);
  }
}
