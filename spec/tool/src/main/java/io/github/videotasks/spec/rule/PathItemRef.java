package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Map;

/** Reads a path that is written as a reference to a path item. */
final class PathItemRef implements Rule {
  @Override
  public String id() {
    return "path-reference";
  }

  @Override
  public String rationale() {
    return "A path may be a reference to a path item elsewhere in the document, as OpenAPI 3.1 has"
        + " under components; what it names is read in its place. Where it names nothing the"
        + " path is refused.";
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
                  "Read what it names"));
          item.remove("$ref");
          for (Map.Entry<String, JsonNode> member : target.properties()) {
            item.putIfAbsent(member.getKey(), member.getValue());
            document
                .lines()
                .recordKey(item, member.getKey(), document.lines().lineOf(target, member.getKey()));
          }
        } catch (RejectedInputException e) {
          out.add(e.finding());
          item.remove("$ref");
        }
      }
    }
  }
}
