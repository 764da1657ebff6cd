package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.YamlLimits;

/** Copies referenced values of a document, up to the number of values that a page may have. */
final class LimitedCopy {
  private final SpecDocument document;
  private int values;

  LimitedCopy(SpecDocument document) {
    this.document = document;
  }

  /**
   * Returns a copy whose nodes keep their lines.
   *
   * @throws RejectedInputException when all copies together have too many values
   */
  JsonNode copy(JsonNode node) {
    values += count(node);
    if (values > YamlLimits.DEFAULT.maxNodes()) {
      throw new RejectedInputException(
          "too-large",
          document.location(node),
          "expected at most "
              + YamlLimits.DEFAULT.maxNodes()
              + " values once references are expanded, found more",
          "Split the document");
    }
    return document.lines().copy(node);
  }

  private static int count(JsonNode node) {
    int values = 1;
    for (JsonNode child : node) {
      values += count(child);
    }
    return values;
  }
}
