package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Grammar;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.NearWord;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds keywords that are typos. */
final class UnknownKey implements Rule {
  @Override
  public String id() {
    return "unknown-key";
  }

  @Override
  public String why() {
    return "A keyword is a typo. One that differs only in case, blanks, dashes or underscores is read as what it"
        + " means; one that is a slip away from a keyword ('propertys') is left out and the keyword is named. A"
        + " method that OpenAPI does not have ('gte') refuses its operation.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          for (Map.Entry<String, JsonNode> entry : List.copyOf(node.properties())) {
            boolean known =
                Grammar.keywords(kind).contains(entry.getKey()) || entry.getKey().startsWith("x-");
            if (!known) {
              check(document, kind, node, entry, out);
            }
          }
        });
  }

  private void check(
      SpecDocument document,
      Kind kind,
      ObjectNode node,
      Map.Entry<String, JsonNode> entry,
      Findings out) {
    String key = entry.getKey();
    String found = "found '" + Texts.shown(key) + "' of " + kind.words();
    String same = NearWord.same(key, Grammar.keywords(kind));
    if (same != null && !node.has(same)) {
      out.add(document.warning(id(), document.place(node, key), found, "Read as '" + same + "'"));
      document.lines().field(node, same, document.lines().of(node, key));
      node.remove(key);
      node.set(same, entry.getValue());
      return;
    }
    String near = same == null ? near(kind, key) : same;
    if (kind == Kind.DOCUMENT && "paths".equals(near) && !node.has("paths")) {
      throw new RefusedException(
          id(),
          document.place(node, key),
          "expected 'paths', found '" + Texts.shown(key) + "'; the document has no operation",
          "Write 'paths'");
    }
    boolean operation = kind == Kind.PATH_ITEM && entry.getValue().isObject();
    if (operation) {
      out.add(
          new Finding(
              id(),
              Severity.ERROR,
              document.place(node, key),
              "expected an HTTP method, found '" + Texts.shown(key) + "'; the operation is refused",
              "Write '" + (near == null ? "get" : near) + "', or take it out"));
      node.remove(key);
    } else if (near != null) {
      out.add(
          document.warning(
              id(),
              document.place(node, key),
              found,
              "Left out, with what stands below it (did you mean '" + near + "'?)"));
      node.remove(key);
    }
  }

  /** Short keywords such as 'not' and 'in' are near to too many words. */
  static @Nullable String near(Kind kind, String key) {
    int shortest = kind == Kind.PATH_ITEM ? 3 : 4;
    return NearWord.of(
        key, Grammar.keywords(kind).stream().filter(k -> k.length() >= shortest).toList());
  }
}
