package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a path segment that is the word for an id as a parameter. */
final class LiteralId implements Rule {
  private static final Pattern SEGMENT =
      Pattern.compile(
          "(?<=/)(?::([A-Za-z_]\\w*)|\\{\\{([A-Za-z_]\\w*)\\}\\}|<([A-Za-z_]\\w*)>|((?:video|task|request|generation|job)_?[iI]d|id))(?=[/#]|$)");

  @Override
  public String id() {
    return "literal-id";
  }

  @Override
  public String why() {
    return "A path such as /v1/videos/video_id, /v1/videos/:id or /v1/videos/{{id}} means a parameter whose name"
        + " stands where its value goes. It becomes one; a query parameter of the same name moves into the path.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    if (!(document.root().get("paths") instanceof ObjectNode paths)) {
      return;
    }
    RenamedPaths renamed = new RenamedPaths(document, paths);
    for (Map.Entry<String, JsonNode> entry : paths.properties()) {
      String key = entry.getKey();
      String path = renamed.keep(key, templated(key));
      if (!path.equals(key)) {
        movedToPath(entry.getValue(), path);
        out.add(
            document.warning(
                id(),
                document.place(paths, key),
                "found '" + Texts.shown(key) + "', whose id is no parameter",
                "Read as " + Texts.shown(path.replaceFirst("#.*", ""))));
      }
    }
    renamed.write();
  }

  private static String templated(String path) {
    Matcher segment = SEGMENT.matcher(path);
    return segment.replaceAll(
        match -> {
          for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
              return "{" + match.group(group) + "}";
            }
          }
          return Matcher.quoteReplacement(match.group());
        });
  }

  private static void movedToPath(JsonNode item, String path) {
    item.forEach(
        operation ->
            operation
                .path("parameters")
                .forEach(
                    parameter -> {
                      boolean query = parameter.path("in").asText().equals("query");
                      String name = parameter.path("name").asText();
                      if (query
                          && path.contains("{" + name + "}")
                          && parameter instanceof ObjectNode object) {
                        object.put("in", "path").put("required", true);
                      }
                    }));
  }
}
