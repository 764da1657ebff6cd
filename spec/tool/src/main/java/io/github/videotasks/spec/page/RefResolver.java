package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.RejectedInputException;

/** Follows the references of one document; only {@code #/...} ever gets here. */
public final class RefResolver {
  private static final int MAX_CHAIN_LENGTH = 50;

  private final SpecDocument document;

  public RefResolver(SpecDocument document) {
    this.document = document;
  }

  /**
   * Gives what a node stands for: itself, or what its {@code $ref} names.
   *
   * @throws RejectedInputException when the reference leads nowhere or in a circle
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
            "Add what it names, or fetch the page again");
      }
      at = target;
    }
    throw new RejectedInputException(
        "cyclic-ref",
        document.location(node, "$ref"),
        "expected a value, found references that lead in a circle",
        "Write the value out");
  }

  private JsonNode target(String ref) {
    JsonNode at = document.root();
    for (String step : ref.substring(2).split("/", -1)) {
      String key = step.replace("~1", "/").replace("~0", "~");
      at =
          at.isArray() && key.matches("[0-9]{1,6}") ? at.path(Integer.parseInt(key)) : at.path(key);
    }
    return at;
  }
}
