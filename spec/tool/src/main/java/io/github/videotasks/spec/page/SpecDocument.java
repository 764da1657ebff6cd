package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.LineNumbers;

/**
 * One OpenAPI document of a page. Rules change its tree; the line numbers stay those of the page.
 *
 * @param provider the provider that the page describes
 * @param file the page, such as {@code pages/acme.md}
 * @param root the document
 * @param lines the line of each property in the page
 */
public record SpecDocument(Provider provider, String file, ObjectNode root, LineNumbers lines) {
  /** Returns the location of the document. */
  public SourceLocation location() {
    return location(root);
  }

  /** Returns the location of an object or array. */
  public SourceLocation location(JsonNode container) {
    return new SourceLocation(file, lines.lineOf(container), lines.pointerOf(container));
  }

  /** Returns the location of a property of an object. */
  public SourceLocation location(JsonNode object, String key) {
    return new SourceLocation(file, lines.lineOf(object, key), lines.pointerOf(object, key));
  }

  /** Returns the location of an item of an array. */
  public SourceLocation location(JsonNode array, int index) {
    return new SourceLocation(file, lines.lineOf(array, index), lines.pointerOf(array, index));
  }

  /** Returns a warning about a location in this page. */
  public Finding warning(String rule, SourceLocation location, String message, String action) {
    return new Finding(rule, Severity.WARNING, location, message, action);
  }

  /** Returns a finding of severity {@code INFO} about a location in this page. */
  public Finding info(String rule, SourceLocation location, String message, String action) {
    return new Finding(rule, Severity.INFO, location, message, action);
  }
}
