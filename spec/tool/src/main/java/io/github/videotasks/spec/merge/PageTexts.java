package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;

/** The texts of pages that stand outside of schemas, and which of them the contract takes. */
final class PageTexts {
  private final List<SpecDocument> documents;

  PageTexts(List<SpecDocument> documents) {
    this.documents = documents;
  }

  /** Gives what the pages' {@code info} says. */
  TextVariants info(String key) {
    TextVariants wordings = new TextVariants();
    documents.forEach(d -> wordings.add(d, d.root().path("info"), key));
    return wordings;
  }

  /** Gives what the pages say of an operation. */
  static TextVariants of(MergedOperation operation, String key) {
    TextVariants wordings = new TextVariants();
    operation.sources().forEach(s -> wordings.add(s.document(), s.declaration().node(), key));
    return wordings;
  }

  /** Reports every text that the contract does not take. */
  void report(List<MergedOperation> operations, Findings out) {
    info("title").reportDifferences("the title", out);
    info("version").reportDifferences("the version", out);
    for (MergedOperation operation : operations) {
      String name = operation.method() + " " + MessageText.excerpt(operation.path());
      of(operation, "summary").reportDifferences("the summary of " + name, out);
      of(operation, "description").reportDifferences("the description of " + name, out);
      operation.bodyDescriptions().reportDifferences("the description of the body of " + name, out);
      operation
          .responses()
          .keySet()
          .forEach(
              status ->
                  operation
                      .responseDescriptions(status)
                      .reportDifferences(
                          "the description of answer " + status + " of " + name, out));
      operation
          .parameters()
          .values()
          .forEach(
              p ->
                  p.descriptions()
                      .reportDifferences(
                          "the description of " + MessageText.excerpt(p.name()) + " of " + name,
                          out));
    }
  }
}
