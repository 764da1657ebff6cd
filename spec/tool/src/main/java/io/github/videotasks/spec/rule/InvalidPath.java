package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Repairs path keys that are not valid path templates. */
final class InvalidPath implements Rule {
  // "https://host" or "{{base_url}}" at the start, up to the first slash.
  private static final Pattern HOST =
      Pattern.compile("(?:https?://[^/?#]*|\\{\\{[^{}/]*\\}\\})(?=/|$)", Pattern.CASE_INSENSITIVE);
  // A segment with only one of its braces, "{id" or "id}"; groups 1 and 2 are the name.
  private static final Pattern UNBALANCED_BRACE =
      Pattern.compile("(?<=/)(?:\\{([\\w-]+)|([\\w-]+)\\})(?=/|$)");
  // A slash, then any characters but blanks, with braces only in pairs: {id} or {{id}}.
  private static final Pattern PATH_TEMPLATE =
      Pattern.compile("/(?:[^{}\\s]|\\{[^{}/\\s]+\\}|\\{\\{[^{}/\\s]+\\}\\})*");

  @Override
  public String id() {
    return "odd-path";
  }

  @Override
  public String rationale() {
    return "A path starts with a slash and contains neither host, query, fragment nor an unbalanced"
        + " brace. Host, query and fragment are cut off (the names in the query become"
        + " parameters), a missing slash or brace is added; a path that is still not a path"
        + " template is refused. A value in the query, as of an action, is required and an"
        + " enum; a placeholder or the example of an id is not.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    if (!(document.root().get("paths") instanceof ObjectNode paths)) {
      return;
    }
    PathRenamer renamed = new PathRenamer(document, paths);
    for (Map.Entry<String, JsonNode> entry : paths.properties()) {
      String key = entry.getKey();
      String path = normalize(key);
      if (!PATH_TEMPLATE.matcher(path).matches()) {
        out.add(refused(document, paths, key));
        continue;
      }
      if (!path.equals(key)) {
        int line = document.lines().lineOf(paths, key);
        List<String> fixed = QueryStringParameters.addTo(document, key, entry.getValue(), line);
        out.add(
            document.warning(
                id(),
                document.location(paths, key),
                "expected a path such as /v1/videos/{id}, found '" + MessageText.excerpt(key) + "'",
                "Read as "
                    + MessageText.excerpt(path)
                    + (fixed.isEmpty()
                        ? ""
                        : ", with this value of the required query parameters "
                            + MessageText.excerpt(String.join(", ", fixed)))));
      }
      // Query and fragment stay in the key: they distinguish the operations of one path.
      renamed.keep(key, path + queryAndFragment(key));
    }
    renamed.apply();
  }

  static String normalize(String key) {
    String path = key.strip();
    Matcher host = HOST.matcher(path);
    if (host.lookingAt()) {
      path = path.substring(host.end());
    }
    // Cuts off query and fragment.
    path = path.replaceFirst("[?#].*", "");
    path = (path.startsWith("/") ? path : "/" + path).replaceAll("//+", "/");
    return UNBALANCED_BRACE
        .matcher(path)
        .replaceAll(half -> "{" + (half.group(1) == null ? half.group(2) : half.group(1)) + "}");
  }

  private static String queryAndFragment(String key) {
    return key.strip().replaceFirst("^[^?#]*", "");
  }

  private Finding refused(SpecDocument document, ObjectNode paths, String key) {
    return new Finding(
        id(),
        Severity.ERROR,
        document.location(paths, key),
        "expected a path such as /v1/videos/{id}, found '" + MessageText.excerpt(key) + "'",
        "Close each open brace and remove the blanks");
  }
}
