package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An operation as one page has it.
 *
 * @param document the page's document
 * @param declaration the operation in it
 * @param requestContents the content of its request body
 * @param responseContents the content of its answers
 */
public record SourceOperation(
    SpecDocument document,
    Operations.DeclaredOperation declaration,
    List<SourceContent> requestContents,
    List<SourceContent> responseContents) {
  /** Gives everything that is sent or answered. */
  public List<SourceContent> contents() {
    return Stream.concat(requestContents.stream(), responseContents.stream()).toList();
  }

  /** Gives the example of the path or query parameter that names the task; empty when none has. */
  public String exampleTaskId() {
    for (String in : List.of("path", "query")) {
      for (JsonNode list :
          List.of(
              declaration.node().path("parameters"), declaration.pathItem().path("parameters"))) {
        for (JsonNode parameter : list) {
          String example = parameter.path("example").asText();
          boolean names = parameter.path("name").asText().toLowerCase(Locale.ROOT).endsWith("id");
          if (names && parameter.path("in").asText().equals(in) && !example.isEmpty()) {
            return example;
          }
        }
      }
    }
    return "";
  }
}
