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

/** Repairs or reports misspelt keywords. */
final class MisspelledKeyword implements Rule {
  @Override
  public String id() {
    return "unknown-key";
  }

  @Override
  public String rationale() {
    return "A keyword is misspelt. One that differs only in case, blanks, dashes or underscores is"
        + " read as the correct keyword; one with another typo ('propertys') is left out, and the"
        + " finding suggests the correct keyword. An operation under an unknown method ('gte') is"
        + " refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
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
    String match = SpellingSuggestion.matchIgnoringSeparators(key, OpenApiKeywords.keywords(kind));
    if (match != null && !node.has(match)) {
      out.add(
          document.warning(id(), document.location(node, key), found, "Read as '" + match + "'"));
      document.lines().recordKey(node, match, document.lines().lineOf(node, key));
      node.remove(key);
      node.set(match, entry.getValue());
      return;
    }
    String suggestion = match == null ? suggestion(kind, key) : match;
    if (kind == OpenApiObject.DOCUMENT && "paths".equals(suggestion) && !node.has("paths")) {
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
              "Write '" + (suggestion == null ? "get" : suggestion) + "', or remove it"));
      node.remove(key);
    } else if (suggestion != null) {
      out.add(
          document.warning(
              id(),
              document.location(node, key),
              found,
              "Left out, with everything below it (did you mean '" + suggestion + "'?)"));
      node.remove(key);
    }
  }

  /**
   * Returns the keyword that is closest to a misspelt key; null when none is close. Short keywords
   * such as 'not' and 'in' are excluded: they are close to too many keys.
   */
  static @Nullable String suggestion(OpenApiObject kind, String key) {
    int minLength = kind == OpenApiObject.PATH_ITEM ? 3 : 4;
    return SpellingSuggestion.closest(
        key, OpenApiKeywords.keywords(kind).stream().filter(k -> k.length() >= minLength).toList());
  }
}
