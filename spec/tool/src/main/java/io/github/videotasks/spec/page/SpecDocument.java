package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.LineNumbers;

/**
 * One OpenAPI document of a page. Rules change its tree; the lines go on naming the page's own.
 *
 * @param provider whose page it is
 * @param file the page, such as {@code pages/acme.md}
 * @param root the document
 * @param lines where each member stands in the page
 */
public record SpecDocument(Provider provider, String file, ObjectNode root, LineNumbers lines) {
  /** Gives the place of the whole document. */
  public SourceLocation location() {
    return location(root);
  }

  /** Gives the place of an object or array. */
  public SourceLocation location(JsonNode container) {
    return new SourceLocation(file, lines.lineOf(container));
  }

  /** Gives the place of a member of an object. */
  public SourceLocation location(JsonNode object, String key) {
    return new SourceLocation(file, lines.lineOf(object, key));
  }

  /** Gives a warning about a place of this page. */
  public Finding warning(String rule, SourceLocation place, String message, String action) {
    return new Finding(rule, Severity.WARNING, place, message, action);
  }

  /** Gives a note about a place of this page. */
  public Finding info(String rule, SourceLocation place, String message, String action) {
    return new Finding(rule, Severity.INFO, place, message, action);
  }
}
