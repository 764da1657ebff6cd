package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.SpecDocument;

/** Refuses a document that describes no operation. */
final class MissingOperations implements Rule {
  @Override
  public String id() {
    return "no-operation";
  }

  @Override
  public String rationale() {
    return "A document without any operation gives the contract nothing; most likely something in"
        + " it is misspelt. It is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    if (!Operations.of(document).isEmpty()) {
      return;
    }
    JsonNode paths = document.root().path("paths");
    throw new RejectedInputException(
        id(),
        document.location(document.root(), "paths"),
        "expected at least one operation under 'paths', found none",
        paths.isEmpty()
            ? "Add a path with an operation, or take the document out of the pages"
            : "Give a path an operation such as 'get', or take the document out of the pages");
  }
}
