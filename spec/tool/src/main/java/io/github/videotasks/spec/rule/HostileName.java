package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiWalker;

/** Removes names that could become code where a generator writes them into a source file. */
final class HostileName implements Rule {
  static final String ID = "hostile-name";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String rationale() {
    return "Generators write names of properties, parameters, paths, schemes and media types into"
        + " code. A name that contains a quote, a backslash, a control character, '*/' or '..' as a"
        + " path segment could become code or lead to another path, and a name of more than 200"
        + " characters is too long for a file name. Such a name is legal in JSON: only what has it"
        + " is removed (a property, a parameter, a media type, a response, a scheme, a path).";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    HostileNameRemoval names = new HostileNameRemoval(document, out);
    names.removeKeys(document.root().path("paths"), "path");
    OpenApiWalker.walkDocument(document.root(), (kind, node) -> names.visit(kind, node));
    document
        .root()
        .path("components")
        .path("examples")
        .forEach(example -> names.reportPropertyNames(example.path("value")));
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      names.removeKeys(operation.node().path("responses"), "status");
      names.removeValue(operation.node(), "operationId");
    }
  }
}
