package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Locale;

/** Reports operations without an operationId. */
final class MissingOperationId implements Rule {
  @Override
  public String id() {
    return "no-operation-id";
  }

  @Override
  public String rationale() {
    return "Generators name client methods after the operationId; without one each generator"
        + " invents its own name. A name is derived from method and path, and a correction may set"
        + " a better one.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      if (operation.node().path("operationId").asText().isBlank()) {
        out.add(
            document.info(
                id(),
                document.location(
                    operation.pathItem(), operation.method().toLowerCase(Locale.ROOT)),
                "expected an operationId for "
                    + operation.method()
                    + " "
                    + operation.path()
                    + ", found none",
                "Derived from method and path"));
      }
    }
  }
}
