package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.tree.SpellingSuggestion;
import java.util.List;
import java.util.Map;

/** Repairs the keywords that say how a parameter is serialized. */
final class ParameterStyle implements Rule {
  private static final Map<String, List<String>> STYLES =
      Map.of(
          "query", List.of("form", "spaceDelimited", "pipeDelimited", "deepObject"),
          "path", List.of("simple", "label", "matrix"),
          "header", List.of("simple"),
          "cookie", List.of("form"));

  /** The formats of Swagger 2 for a list in a query, each with its style and explode. */
  private static final Map<String, String> COLLECTION_FORMATS =
      Map.of("csv", "form", "ssv", "spaceDelimited", "pipes", "pipeDelimited", "multi", "form");

  @Override
  public String id() {
    return "odd-style";
  }

  @Override
  public String rationale() {
    return "A parameter is written in a style of its location, or as the content of one media type."
        + " A misspelt style (deep_object) is read as the intended one, collectionFormat of"
        + " Swagger 2 as the style that writes the same. A style that the location does not"
        + " have, allowReserved outside the query, content beside a schema and every media"
        + " type after the first are left out. A form that OpenAPI does not define, as that"
        + " of a list in a list, is kept.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          if (kind == OpenApiObject.PARAMETER && node.has("in")) {
            repair(document, node, out);
          }
        });
  }

  private void repair(SpecDocument document, ObjectNode parameter, Findings out) {
    repairCollectionFormat(document, parameter, out);
    repairStyle(document, parameter, out);
    String in = parameter.path("in").asText();
    if (parameter.path("allowReserved").asBoolean() && !in.equals("query")) {
      report(document, parameter, "allowReserved", "no allowReserved outside the query", out);
      parameter.remove("allowReserved");
    }
    if (parameter.has("schema") && !parameter.path("content").isEmpty()) {
      report(document, parameter, "content", "a schema or content", out);
      parameter.remove("content");
    }
    if (parameter.get("content") instanceof ObjectNode content && content.size() > 1) {
      report(document, parameter, "content", "content of one media type", out);
      content.retain(content.fieldNames().next());
    }
    reportUndefinedForm(document, parameter, out);
  }

  private void repairCollectionFormat(SpecDocument document, ObjectNode parameter, Findings out) {
    JsonNode format = parameter.get("collectionFormat");
    if (format == null) {
      return;
    }
    boolean query = parameter.path("in").asText().equals("query");
    String style = query ? COLLECTION_FORMATS.getOrDefault(format.asText(), "") : "simple";
    boolean known = query ? !style.isEmpty() : format.asText().equals("csv");
    boolean explode = format.asText().equals("multi");
    out.add(
        document.warning(
            id(),
            document.location(parameter, "collectionFormat"),
            "expected style and explode of the parameter '"
                + MessageText.excerpt(parameter.path("name").asText())
                + "', found collectionFormat "
                + MessageText.excerpt(format.asText()),
            known
                ? "Read as style " + style + ", explode " + explode
                : "Left out: no style writes this"));
    if (known && query && !parameter.has("style") && !parameter.has("explode")) {
      put(document, parameter, "style", style);
      parameter.put("explode", explode);
    }
    parameter.remove("collectionFormat");
  }

  private static void put(
      SpecDocument document, ObjectNode parameter, String keyword, String value) {
    int line = document.lines().lineOf(parameter, "collectionFormat");
    parameter.put(keyword, value);
    document.lines().recordKey(parameter, keyword, line);
  }

  private void repairStyle(SpecDocument document, ObjectNode parameter, Findings out) {
    List<String> styles = STYLES.getOrDefault(parameter.path("in").asText(), List.of());
    String style = parameter.path("style").asText();
    if (style.isEmpty() || styles.isEmpty() || styles.contains(style)) {
      return;
    }
    String match = SpellingSuggestion.matchIgnoringSeparators(style, styles);
    String intended = match == null ? SpellingSuggestion.closest(style, styles) : match;
    out.add(
        document.warning(
            id(),
            document.location(parameter, "style"),
            "expected a style of a "
                + parameter.path("in").asText()
                + " parameter ("
                + String.join(", ", styles)
                + "), found '"
                + MessageText.excerpt(style)
                + "' of '"
                + MessageText.excerpt(parameter.path("name").asText())
                + "'",
            intended == null ? "Read as " + styles.get(0) : "Read as " + intended));
    parameter.put("style", intended == null ? styles.get(0) : intended);
  }

  private void reportUndefinedForm(SpecDocument document, ObjectNode parameter, Findings out) {
    var undefined = new UndefinedParameterForm(document).of(parameter);
    if (undefined != null) {
      report(
          document, parameter, undefined.keyword(), undefined.expected(), undefined.action(), out);
    }
  }

  private void report(
      SpecDocument document, ObjectNode parameter, String keyword, String wanted, Findings out) {
    report(document, parameter, keyword, wanted, "Left out", out);
  }

  private void report(
      SpecDocument document,
      ObjectNode parameter,
      String keyword,
      String wanted,
      String action,
      Findings out) {
    out.add(
        document.warning(
            id(),
            document.location(parameter, keyword),
            "expected "
                + wanted
                + ", found "
                + keyword
                + " of the "
                + parameter.path("in").asText()
                + " parameter '"
                + MessageText.excerpt(parameter.path("name").asText())
                + "'",
            action));
  }
}
