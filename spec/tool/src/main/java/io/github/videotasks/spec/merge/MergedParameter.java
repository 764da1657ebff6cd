package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter of a merged operation.
 *
 * @param name its name
 * @param in its location: {@code query}, {@code path}, {@code header} or {@code cookie}
 * @param evidence the evidence for its value
 * @param declarations the declarations of all pages
 */
public record MergedParameter(
    String name, String in, FieldEvidence evidence, List<ParameterDeclaration> declarations) {
  /**
   * The declaration of one page.
   *
   * @param document the page's document
   * @param node the parameter object
   */
  public record ParameterDeclaration(SpecDocument document, JsonNode node) {}

  MergedParameter(String name, String in, FieldEvidence evidence) {
    this(name, in, evidence, new ArrayList<>());
  }

  /** Returns the pages' descriptions of the parameter. */
  TextVariants descriptions() {
    TextVariants variants = new TextVariants();
    declarations.forEach(d -> variants.add(d.document(), d.node(), "description"));
    return variants;
  }

  /**
   * Returns whether every page of the operation requires it; path parameters are always required. A
   * page without the parameter allows requests without it.
   *
   * @param operations how many operations of pages were merged
   */
  boolean required(int operations) {
    return in.equals("path")
        || (declarations.size() == operations
            && declarations.stream().allMatch(d -> d.node().path("required").asBoolean()));
  }
}
