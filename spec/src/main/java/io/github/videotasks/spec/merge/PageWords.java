package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import java.util.List;

/** The texts of pages that stand outside of schemas, and which of them the contract takes. */
final class PageWords {
  private final List<SpecDocument> documents;

  PageWords(List<SpecDocument> documents) {
    this.documents = documents;
  }

  /** Gives what the pages' {@code info} says. */
  Wordings info(String key) {
    Wordings wordings = new Wordings();
    documents.forEach(d -> wordings.add(d, d.root().path("info"), key));
    return wordings;
  }

  /** Gives what the pages say of an operation. */
  static Wordings of(MergedOperation operation, String key) {
    Wordings wordings = new Wordings();
    operation.sources().forEach(s -> wordings.add(s.document(), s.found().node(), key));
    return wordings;
  }

  /** Reports every text that the contract does not take. */
  void report(List<MergedOperation> operations, Findings out) {
    info("title").report("the title", out);
    info("version").report("the version", out);
    for (MergedOperation operation : operations) {
      String name = operation.method() + " " + Texts.shown(operation.path());
      of(operation, "summary").report("the summary of " + name, out);
      of(operation, "description").report("the description of " + name, out);
      operation.bodyWords().report("the description of the body of " + name, out);
      operation
          .answers()
          .keySet()
          .forEach(
              status ->
                  operation
                      .answerWords(status)
                      .report("the description of answer " + status + " of " + name, out));
      operation
          .parameters()
          .values()
          .forEach(
              p ->
                  p.descriptions()
                      .report("the description of " + Texts.shown(p.name()) + " of " + name, out));
    }
  }
}
