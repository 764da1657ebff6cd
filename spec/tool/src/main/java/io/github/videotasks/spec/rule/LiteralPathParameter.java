package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces a path segment that is the name of a parameter by a path parameter. */
final class LiteralPathParameter implements Rule {
  // A whole segment ":id", "{{id}}", "<id>", or a literal such as "video_id"; one group each.
  private static final Pattern LITERAL_SEGMENT =
      Pattern.compile(
          "(?<=/)(?::([A-Za-z_]\\w*)|\\{\\{([A-Za-z_]\\w*)\\}\\}|<([A-Za-z_]\\w*)>|((?:video|task|request|generation|job)_?[iI]d|id))(?=[/?#]|$)");

  @Override
  public String id() {
    return "literal-id";
  }

  @Override
  public String rationale() {
    return "A path such as /v1/videos/video_id, /v1/videos/:id or /v1/videos/{{id}} contains the"
        + " name of a parameter in place of its value. The segment becomes a path parameter; a"
        + " query parameter of the same name moves into the path.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    if (!(document.root().get("paths") instanceof ObjectNode paths)) {
      return;
    }
    PathRenamer renamed = new PathRenamer(document, paths);
    for (Map.Entry<String, JsonNode> entry : paths.properties()) {
      String key = entry.getKey();
      String path = renamed.keep(key, toTemplate(key));
      if (!path.equals(key)) {
        moveQueryParametersToPath(entry.getValue(), path);
        out.add(
            document.warning(
                id(),
                document.location(paths, key),
                "expected a path parameter such as {id}, found '" + MessageText.excerpt(key) + "'",
                "Read as " + MessageText.excerpt(path.replaceFirst("[?#].*", ""))));
      }
    }
    renamed.apply();
  }

  private static String toTemplate(String path) {
    Matcher segment = LITERAL_SEGMENT.matcher(path);
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

  private static void moveQueryParametersToPath(JsonNode item, String path) {
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
