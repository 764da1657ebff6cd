package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Locale;

/** Reports operations without an operationId that can be the name of a method. */
final class MissingOperationId implements Rule {
  @Override
  public String id() {
    return "no-operation-id";
  }

  @Override
  public String rationale() {
    return "Generators name client methods after the operationId; without one each generator"
        + " invents its own name. A name is derived from method and path, and a correction may set"
        + " a better one. The same is done for an id that is not a method name, such as list-jobs.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      String declared = operation.node().path("operationId").asText();
      if (declared.isBlank()) {
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
      } else if (!Operations.isMethodName(declared)) {
        out.add(
            document.info(
                id(),
                document.location(operation.node(), "operationId"),
                "expected an operationId of letters, digits and _, found '"
                    + MessageText.excerpt(declared)
                    + "'",
                "Derived from method and path"));
      }
    }
  }
}
