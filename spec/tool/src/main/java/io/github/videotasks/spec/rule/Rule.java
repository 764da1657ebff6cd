package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.SpecDocument;

/** Repair of a defect that any page can have. A repair of one particular page is a correction. */
public interface Rule {
  /** {@return the id of the rule in findings, such as {@code null-type}} */
  String id();

  /** {@return the text for the rule list: what is wrong with such a page and what the rule does} */
  String rationale();

  /**
   * Changes the document in place and reports each change.
   *
   * @param document changed in place
   * @param out receives a finding for each change
   * @throws RejectedInputException if the document cannot be used at all
   */
  void apply(SpecDocument document, Findings out);
}
