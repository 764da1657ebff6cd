package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import java.util.List;

/** Removes answers whose key is no status. */
final class OddStatus implements Rule {
  @Override
  public String id() {
    return "odd-status";
  }

  @Override
  public String why() {
    return "An answer stands under a status code, a class of codes such as 4XX, or 'default'; publishing tools"
        + " file others beside them (x-200:Success). Such an answer is removed; an operation that has no answer"
        + " gets an empty one of status 200.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.Found operation : Operations.of(document)) {
      JsonNode answers = operation.node().path("responses");
      for (String key : answers.properties().stream().map(e -> e.getKey()).toList()) {
        if (!key.matches("[1-5]([0-9]{2}|XX)|default") && answers instanceof ObjectNode object) {
          out.add(
              document.warning(
                  id(),
                  document.place(answers, key),
                  "expected a status, found '" + Texts.shown(key) + "'",
                  "Removed the answer"));
          object.remove(List.of(key));
        }
      }
      if (answers.isEmpty()) {
        out.add(
            document.warning(
                id(),
                document.place(operation.node(), "responses"),
                "expected an answer of "
                    + operation.method()
                    + " "
                    + Texts.shown(operation.path())
                    + ", found none",
                "Added an empty one of status 200"));
        operation.node().putObject("responses").putObject("200").put("description", "");
      }
    }
  }
}
