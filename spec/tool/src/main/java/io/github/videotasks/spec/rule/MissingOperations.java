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
    return "A document without any operation adds nothing to the contract; most likely a keyword in"
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
            ? "Add a path with an operation, or remove the document from the pages"
            : "Add an operation such as 'get' to a path, or remove the document from the pages");
  }
}
