package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.HashSet;
import java.util.Set;

/** Declares the parameters in the query of a path key as query parameters of the path item. */
final class QueryStringParameters {
  private QueryStringParameters() {}

  static void addTo(SpecDocument document, String key, JsonNode item) {
    int query = key.indexOf('?');
    if (query < 0 || !(item instanceof ObjectNode object)) {
      return;
    }
    Set<String> known = new HashSet<>();
    item.path("parameters").forEach(p -> known.add(p.path("name").asText()));
    item.forEach(o -> o.path("parameters").forEach(p -> known.add(p.path("name").asText())));
    for (String pair : key.substring(query + 1).replaceFirst("#.*", "").split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (!parts[0].isBlank() && known.add(parts[0])) {
        ArrayNode parameters =
            object.get("parameters") instanceof ArrayNode existing
                ? existing
                : object.putArray("parameters");
        ObjectNode parameter = parameters.addObject().put("name", parts[0]).put("in", "query");
        parameter.putObject("schema").put("type", "string");
        if (parts.length == 2 && !parts[1].isBlank() && !parts[1].startsWith("{")) {
          parameter.put("example", parts[1]);
        }
        document.lines().recordStart(parameter, document.lines().lineOf(item));
      }
    }
  }
}
