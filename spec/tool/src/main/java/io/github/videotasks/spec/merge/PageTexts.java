package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;

/** Selects the titles, summaries and descriptions outside of schemas that the contract uses. */
final class PageTexts {
  private final List<SpecDocument> documents;

  PageTexts(List<SpecDocument> documents) {
    this.documents = documents;
  }

  /** Returns the pages' texts for a key of {@code info}. */
  TextVariants info(String key) {
    TextVariants variants = new TextVariants();
    documents.forEach(d -> variants.add(d, d.root().path("info"), key));
    return variants;
  }

  /** Returns the pages' texts for a key of an operation, such as {@code summary}. */
  static TextVariants of(MergedOperation operation, String key) {
    TextVariants variants = new TextVariants();
    operation.sources().forEach(s -> variants.add(s.document(), s.declaration().node(), key));
    return variants;
  }

  /** Reports each text that the contract does not use. */
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
                          "the description of response " + status + " of " + name, out));
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
