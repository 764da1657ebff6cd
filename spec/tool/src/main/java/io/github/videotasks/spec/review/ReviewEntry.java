package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.Severity;
import java.util.List;

/**
 * One entry of a review. The texts are those of pages and contracts, uncut and with all their
 * characters: each format escapes them.
 */
public sealed interface ReviewEntry permits ReviewChange, ReviewFinding {
  /** {@return the short id, which stays the same while lines and pages move} */
  String id();

  /** {@return how much the entry matters to a pipeline: an error fails it} */
  Severity severity();

  /** {@return the class of the entry, such as {@code breaking} or {@code warning}} */
  String group();

  /** {@return the id of the kind of entry, such as {@code type-changed} or {@code null-type}} */
  String rule();

  /** {@return what the entry is listed under: the operations of a change, the page of a finding} */
  String section();

  /**
   * {@return what the description is about: a field such as {@code VideoTask.status}, or the rule
   * of a finding; empty for the section itself}
   */
  String field();

  /** {@return what changed or was found} */
  String description();

  /** {@return the old value; empty when there is none} */
  String before();

  /** {@return the new value; empty when there is none} */
  String after();

  /** {@return the ids of the providers, sorted} */
  List<String> providers();

  /** {@return the lines of the pages, sorted} */
  List<PagePlace> places();

  /** {@return the consequence or what was done; empty when there is nothing to add} */
  String note();

  /** {@return the effect on clients where the class does not say it; empty elsewhere} */
  String effect();
}
