package io.github.videotasks.spec.review;

import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import io.github.videotasks.spec.diff.SemverLevel;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a reviewer reads: the changes between two contracts, or the findings of the pages.
 *
 * @param kind whether the entries are changes or findings
 * @param step the step of the version that the changes require; {@code NONE} for findings
 * @param entries the entries in the order to read them
 * @param pageFolder the folder of the module that has the pages, such as {@code spec/}; for formats
 *     that name files by their path in a repository
 */
public record Review(
    Kind kind, SemverLevel step, List<? extends ReviewEntry> entries, String pageFolder) {
  /** The two kinds of reviews. */
  public enum Kind {
    /** Changes between two contracts. */
    CHANGES,
    /** Findings of pages. */
    FINDINGS
  }

  /**
   * Copies the list.
   *
   * @param kind whether the entries are changes or findings
   * @param step the step of the version that the changes require
   * @param entries the entries in the order to read them
   * @param pageFolder the folder of the module that has the pages, such as {@code spec/}
   */
  public Review {
    entries = List.copyOf(entries);
  }

  /**
   * Compares two derivations. The order is breaking, attention, compatible; within a class by
   * operation and field.
   *
   * @param before the old files by their path below the folder, such as {@code openapi.yaml}; the
   *     evidence table and the index of examples, if present, supply the lines of the pages
   * @param after the new files, in the same form
   * @return the review
   * @throws RejectedInputException when a contract or an example is refused
   */
  public static Review between(Map<String, byte[]> before, Map<String, byte[]> after) {
    return of(DerivedFilesDiff.between(before, after), before, after);
  }

  /**
   * Adds operations, providers and page lines to changes.
   *
   * @param changes the changes between the files
   * @param before the old files
   * @param after the new files
   * @return the review of the changes
   */
  public static Review of(
      List<Change> changes, Map<String, byte[]> before, Map<String, byte[]> after) {
    List<ReviewChange> entries = List.of();
    if (!changes.isEmpty()) {
      ChangeLocator locator = new ChangeLocator(before, after);
      entries = changes.stream().map(locator::locate).sorted().toList();
    }
    return new Review(Kind.CHANGES, SemverLevel.of(changes), entries, "");
  }

  /**
   * {@return the review with each entry replaced, for example by one with another severity}
   *
   * @param replacement called for each entry
   */
  public Review map(UnaryOperator<ReviewEntry> replacement) {
    return new Review(kind, step, entries.stream().map(replacement).toList(), pageFolder);
  }

  /**
   * {@return the review with the folder that has the pages, which ends with a slash}
   *
   * @param folder ends in a slash
   */
  public Review withPageFolder(String folder) {
    return new Review(kind, step, entries, folder);
  }

  /** Returns the path of a page in the repository. */
  String pagePath(PagePlace place) {
    return pageFolder + place.location().file();
  }

  /** {@return whether an entry has the severity that fails a pipeline} */
  public boolean hasErrors() {
    return entries.stream().anyMatch(entry -> entry.severity() == Severity.ERROR);
  }
}
