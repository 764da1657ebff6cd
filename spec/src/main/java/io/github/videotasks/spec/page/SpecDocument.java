package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.tree.Lines;

/**
 * One OpenAPI document of a page. Rules change its tree; the lines go on naming the page's own.
 *
 * @param provider whose page it is
 * @param file the page, such as {@code pages/acme.md}
 * @param root the document
 * @param lines where each member stands in the page
 */
public record SpecDocument(Provider provider, String file, ObjectNode root, Lines lines) {
  /** Gives the place of the whole document. */
  public Place place() {
    return place(root);
  }

  /** Gives the place of an object or array. */
  public Place place(JsonNode container) {
    return new Place(file, lines.of(container));
  }

  /** Gives the place of a member of an object. */
  public Place place(JsonNode object, String key) {
    return new Place(file, lines.of(object, key));
  }

  /** Gives a warning about a place of this page. */
  public Finding warning(String rule, Place place, String message, String action) {
    return new Finding(rule, Severity.WARNING, place, message, action);
  }

  /** Gives a note about a place of this page. */
  public Finding info(String rule, Place place, String message, String action) {
    return new Finding(rule, Severity.INFO, place, message, action);
  }
}
