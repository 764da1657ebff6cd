package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.List;

/**
 * An operation as one page has it.
 *
 * @param document the page's document
 * @param found the operation in it
 * @param answers its answers
 */
public record SourceOperation(SpecDocument document, Operations.Found found, List<Answer> answers) {
  /** Gives the example that the page shows for a parameter; empty when it shows none. */
  public String parameterExample(String name) {
    for (var list : List.of(found.node().path("parameters"), found.pathItem().path("parameters"))) {
      for (var parameter : list) {
        if (parameter.path("name").asText().equals(name)) {
          return parameter.path("example").asText();
        }
      }
    }
    return "";
  }
}
