package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;

/** Marks operations and parameters as deprecated that all pages which have them deprecate. */
public final class DeprecatedMarks {
  private static final String KEYWORD = "deprecated";

  private DeprecatedMarks() {}

  static void write(ObjectNode operation, MergedOperation merged) {
    if (isDeprecated(merged)) {
      operation.put(KEYWORD, true);
    }
  }

  static void write(ObjectNode parameter, MergedParameter merged) {
    if (isDeprecated(merged)) {
      parameter.put(KEYWORD, true);
    }
  }

  /**
   * Reports the marks that another page lacks.
   *
   * @param merged an operation, with its parameters
   * @param out receives a finding for each mark that the contract lacks
   */
  public static void report(MergedOperation merged, Findings out) {
    String name = merged.method() + " " + merged.path();
    if (!isDeprecated(merged)) {
      merged.sources().forEach(s -> report(name, s.document(), s.declaration().node(), out));
    }
    for (MergedParameter parameter : merged.parameters().values()) {
      if (!isDeprecated(parameter)) {
        String label = "parameter " + MessageText.excerpt(parameter.name()) + " of " + name;
        parameter.declarations().forEach(d -> report(label, d.document(), d.node(), out));
      }
    }
  }

  private static boolean isDeprecated(MergedOperation merged) {
    return merged.sources().stream().allMatch(s -> isMarked(s.declaration().node()));
  }

  private static boolean isDeprecated(MergedParameter merged) {
    return !merged.declarations().isEmpty()
        && merged.declarations().stream().allMatch(d -> isMarked(d.node()));
  }

  private static boolean isMarked(JsonNode node) {
    return node.path(KEYWORD).asBoolean();
  }

  private static void report(String name, SpecDocument document, JsonNode node, Findings out) {
    if (isMarked(node)) {
      out.add(
          document.info(
              "limit-conflict",
              document.location(node, KEYWORD),
              MessageText.excerpt(name) + " is deprecated here; another page does not say so",
              "Left out"));
    }
  }
}
