package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;

/**
 * Example of a response or request body on a page, or a recorded response.
 *
 * @param document the document that contains the example
 * @param number number among the response examples (or request examples) of the provider, from 1
 * @param name key of the example on the page; its number when the page has no key
 * @param summary one-line summary from the page; empty when there is none
 * @param location file and line of the example
 * @param value the value; the text of numbers is kept as written
 * @param isRequest true for a request body, false for a response body
 * @param fingerprint text that is the same for equal examples, also across pages
 */
public record Example(
    SpecDocument document,
    int number,
    String name,
    String summary,
    SourceLocation location,
    JsonNode value,
    boolean isRequest,
    String fingerprint) {
  static Example of(
      SpecDocument document,
      int n,
      String name,
      String summary,
      SourceLocation location,
      JsonNode value,
      boolean request) {
    return new Example(
        document, n, name, summary, location, value, request, JsonNodes.fingerprint(value));
  }

  /**
   * {@return {@code provider/n} for a response, {@code provider/request-n} for a request, {@code
   * provider/observed-n} for a recorded response}
   */
  public String id() {
    String kind = isRequest ? "request-" : isObserved() ? "observed-" : "";
    return document.provider().id() + "/" + kind + number;
  }

  /** {@return whether it was recorded, and no page shows it} */
  public boolean isObserved() {
    return document.file().startsWith(ObservedFile.FOLDER);
  }

  /** {@return the line of the page} */
  public int line() {
    return location.line();
  }
}
