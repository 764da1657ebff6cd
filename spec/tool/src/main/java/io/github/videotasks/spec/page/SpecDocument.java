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
  /** {@return the location of the document} */
  public SourceLocation location() {
    return location(root);
  }

  /**
   * {@return the location of an object or array}
   *
   * @param container a node of this document
   */
  public SourceLocation location(JsonNode container) {
    return new SourceLocation(file, lines.lineOf(container), lines.pointerOf(container));
  }

  /**
   * {@return the location of a property of an object}
   *
   * @param object a node of this document
   * @param key one of its keys
   */
  public SourceLocation location(JsonNode object, String key) {
    return new SourceLocation(file, lines.lineOf(object, key), lines.pointerOf(object, key));
  }

  /**
   * {@return the location of an item of an array}
   *
   * @param array a node of this document
   * @param index the index of the item, from 0
   */
  public SourceLocation location(JsonNode array, int index) {
    return new SourceLocation(file, lines.lineOf(array, index), lines.pointerOf(array, index));
  }

  /**
   * {@return a warning about a location in this page}
   *
   * @param rule the id of the rule
   * @param location a place in this page
   * @param message what was found
   * @param action what was done
   */
  public Finding warning(String rule, SourceLocation location, String message, String action) {
    return new Finding(rule, Severity.WARNING, location, message, action);
  }

  /**
   * {@return a finding of severity {@code INFO} about a location in this page}
   *
   * @param rule the id of the rule
   * @param location a place in this page
   * @param message what was found
   * @param action what was done
   */
  public Finding info(String rule, SourceLocation location, String message, String action) {
    return new Finding(rule, Severity.INFO, location, message, action);
  }
}
