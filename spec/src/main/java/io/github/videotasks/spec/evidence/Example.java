package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.Json;

/**
 * An answer that a page shows.
 *
 * @param document the document that shows it
 * @param n its number among its provider's examples, from 1
 * @param name the page's own key, or the number when the page gives none
 * @param line the line of the page
 * @param value the value, number lexemes kept
 */
public record Example(SpecDocument document, int n, String name, int line, JsonNode value) {
  /** Gives {@code provider/n}. */
  public String id() {
    return document.provider().id() + "/" + n;
  }

  public Place place() {
    return new Place(document.file(), line);
  }

  /** Gives a text that equal examples share, on whatever pages they stand. */
  public String fingerprint() {
    return Json.fingerprint(value);
  }
}
