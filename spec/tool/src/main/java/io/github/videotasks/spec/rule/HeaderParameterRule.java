package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.Iterator;

/** Base class of the rules that remove header parameters which a client must not send. */
abstract class HeaderParameterRule implements Rule {
  abstract boolean matches(String header, JsonNode parameter);

  abstract String message(String header, JsonNode parameter);

  @Override
  public final void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          boolean mayHaveParameters =
              kind == OpenApiObject.OPERATION || kind == OpenApiObject.PATH_ITEM;
          if (mayHaveParameters && node.get("parameters") instanceof ArrayNode parameters) {
            removeFrom(parameters, document, out);
          }
        });
  }

  private void removeFrom(ArrayNode parameters, SpecDocument document, Findings out) {
    for (Iterator<JsonNode> all = parameters.iterator(); all.hasNext(); ) {
      JsonNode parameter = all.next();
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("header") && matches(name, parameter)) {
        String message = message(MessageText.excerpt(name), parameter);
        out.add(
            document.warning(id(), document.location(parameter), message, "Removed the parameter"));
        all.remove();
      }
    }
  }
}
