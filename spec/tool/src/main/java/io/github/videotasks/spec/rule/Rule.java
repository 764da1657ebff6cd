package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.SpecDocument;

/** One repair. It is about what any page can get wrong; a repair of one page is a correction. */
public interface Rule {
  /** Gives the rule's name in findings, such as {@code null-type}. */
  String id();

  /** Gives, in one sentence, what is wrong with such a page and what the rule does. */
  String rationale();

  /**
   * Changes the document in place and reports each change.
   *
   * @throws RejectedInputException when the document cannot be used at all
   */
  void apply(SpecDocument document, Findings out);
}
