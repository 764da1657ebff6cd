package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Resolves the {@code $ref} references of one document. References to other documents are rejected
 * earlier, so all begin with {@code #/}.
 */
public final class RefResolver {
  private static final int MAX_CHAIN_LENGTH = 50;

  private final SpecDocument document;

  /**
   * Resolves the references of a document.
   *
   * @param document the document of a page; it has references within itself only
   */
  public RefResolver(SpecDocument document) {
    this.document = document;
  }

  /**
   * {@return the node itself, or the target when it has a {@code $ref}}
   *
   * @param node any node of the document
   * @throws RejectedInputException when the target does not exist or the references form a cycle
   */
  public JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    for (int step = 0; step < MAX_CHAIN_LENGTH; step++) {
      if (!at.path("$ref").isTextual()) {
        return at;
      }
      String ref = at.path("$ref").textValue();
      JsonNode target = target(ref);
      if (target.isMissingNode()) {
        throw new RejectedInputException(
            "unresolved-ref",
            document.location(at, "$ref"),
            "expected '" + MessageText.excerpt(ref) + "' in the document, found nothing there",
            "Add the missing definition, or fetch the page again");
      }
      at = target;
    }
    throw new RejectedInputException(
        "cyclic-ref",
        document.location(node, "$ref"),
        "expected a value, found references that form a cycle",
        "Write the value out");
  }

  private JsonNode target(String ref) {
    JsonNode at = document.root();
    for (String step : ref.substring(2).split("/", -1)) {
      String key = unescape(step);
      if (!at.has(key) && step.indexOf('%') >= 0) {
        key = unescape(decodePercent(step));
      }
      at =
          at.isArray() && key.matches("[0-9]{1,6}") ? at.path(Integer.parseInt(key)) : at.path(key);
    }
    return at;
  }

  private static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  /** Decodes the percent-encoding of a URL, which a reference is. */
  private static String decodePercent(String step) {
    try {
      return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return step;
    }
  }
}
