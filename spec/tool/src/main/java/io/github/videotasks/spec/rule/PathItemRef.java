package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Map;

/** Resolves paths that are references to a path item. */
final class PathItemRef implements Rule {
  @Override
  public String id() {
    return "path-reference";
  }

  @Override
  public String rationale() {
    return "A path may be a reference to a path item elsewhere in the document, as OpenAPI 3.1"
        + " allows under components; the referenced path item is read in its place. If the"
        + " reference does not resolve, the path is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    JsonNode paths = document.root().path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      if (path.getValue() instanceof ObjectNode item
          && item.path("$ref").asText().startsWith("#/")) {
        try {
          JsonNode target = document.lines().copy(new RefResolver(document).resolve(item));
          out.add(
              document.info(
                  id(),
                  document.location(item, "$ref"),
                  "found a reference for the path " + MessageText.excerpt(path.getKey()),
                  "Read the referenced path item"));
          item.remove("$ref");
          for (Map.Entry<String, JsonNode> property : target.properties()) {
            item.putIfAbsent(property.getKey(), property.getValue());
            document
                .lines()
                .recordKey(
                    item, property.getKey(), document.lines().lineOf(target, property.getKey()));
          }
        } catch (RejectedInputException e) {
          out.add(e.finding());
          item.remove("$ref");
        }
      }
    }
  }
}
