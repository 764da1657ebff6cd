package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;

/**
 * An answer that a page shows, or a request body.
 *
 * @param document the document that shows it
 * @param number its number among its provider's answers (or requests), from 1
 * @param name the page's own key, or the number when the page gives none
 * @param summary what the page says of it in a line; empty when it says nothing
 * @param line the line of the page
 * @param value the value, number lexemes kept
 * @param isRequest whether it is sent, not answered
 * @param fingerprint a text that equal examples share, on whatever pages they stand
 */
public record Example(
    SpecDocument document,
    int number,
    String name,
    String summary,
    int line,
    JsonNode value,
    boolean isRequest,
    String fingerprint) {
  static Example of(
      SpecDocument document,
      int n,
      String name,
      String summary,
      int line,
      JsonNode value,
      boolean request) {
    return new Example(
        document, n, name, summary, line, value, request, JsonNodes.fingerprint(value));
  }

  /** Gives {@code provider/n} for an answer, {@code provider/request-n} for a request. */
  public String id() {
    return document.provider().id() + (isRequest ? "/request-" : "/") + number;
  }

  /** Gives where the page shows it. */
  public SourceLocation location() {
    return new SourceLocation(document.file(), line);
  }
}
