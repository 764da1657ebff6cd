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
 * @param found the operation in it
 * @param sent the content of its request body
 * @param answers the content of its answers
 */
public record SourceOperation(
    SpecDocument document, Operations.Found found, List<Answer> sent, List<Answer> answers) {
  /** Gives everything that is sent or answered. */
  public List<Answer> contents() {
    return Stream.concat(sent.stream(), answers.stream()).toList();
  }

  /** Gives the example of the path or query parameter that names the task; empty when none has. */
  public String idExample() {
    for (String in : List.of("path", "query")) {
      for (JsonNode list :
          List.of(found.node().path("parameters"), found.pathItem().path("parameters"))) {
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
