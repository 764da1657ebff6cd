package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiKeywords;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.tree.SpellingSuggestion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds keywords that are typos. */
final class MisspelledKeyword implements Rule {
  @Override
  public String id() {
    return "unknown-key";
  }

  @Override
  public String rationale() {
    return "A keyword is a typo. One that differs only in case, blanks, dashes or underscores is"
        + " read as what it means; one that is a slip away from a keyword ('propertys') is"
        + " left out and the keyword is named. A method that OpenAPI does not have ('gte')"
        + " refuses its operation.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          for (Map.Entry<String, JsonNode> entry : List.copyOf(node.properties())) {
            boolean known =
                OpenApiKeywords.keywords(kind).contains(entry.getKey())
                    || entry.getKey().startsWith("x-");
            if (!known) {
              check(document, kind, node, entry, out);
            }
          }
        });
  }

  private void check(
      SpecDocument document,
      OpenApiObject kind,
      ObjectNode node,
      Map.Entry<String, JsonNode> entry,
      Findings out) {
    String key = entry.getKey();
    String found = "found '" + MessageText.excerpt(key) + "' of " + kind.label();
    String same = SpellingSuggestion.matchIgnoringSeparators(key, OpenApiKeywords.keywords(kind));
    if (same != null && !node.has(same)) {
      out.add(
          document.warning(id(), document.location(node, key), found, "Read as '" + same + "'"));
      document.lines().recordKey(node, same, document.lines().lineOf(node, key));
      node.remove(key);
      node.set(same, entry.getValue());
      return;
    }
    String near = same == null ? suggestion(kind, key) : same;
    if (kind == OpenApiObject.DOCUMENT && "paths".equals(near) && !node.has("paths")) {
      throw new RejectedInputException(
          id(),
          document.location(node, key),
          "expected 'paths', found '"
              + MessageText.excerpt(key)
              + "'; the document has no operation",
          "Write 'paths'");
    }
    boolean operation = kind == OpenApiObject.PATH_ITEM && entry.getValue().isObject();
    if (operation) {
      out.add(
          new Finding(
              id(),
              Severity.ERROR,
              document.location(node, key),
              "expected an HTTP method, found '"
                  + MessageText.excerpt(key)
                  + "'; the operation is refused",
              "Write '" + (near == null ? "get" : near) + "', or take it out"));
      node.remove(key);
    } else if (near != null) {
      out.add(
          document.warning(
              id(),
              document.location(node, key),
              found,
              "Left out, with what stands below it (did you mean '" + near + "'?)"));
      node.remove(key);
    }
  }

  /** Short keywords such as 'not' and 'in' are near to too many words. */
  static @Nullable String suggestion(OpenApiObject kind, String key) {
    int shortest = kind == OpenApiObject.PATH_ITEM ? 3 : 4;
    return SpellingSuggestion.closest(
        key, OpenApiKeywords.keywords(kind).stream().filter(k -> k.length() >= shortest).toList());
  }
}
