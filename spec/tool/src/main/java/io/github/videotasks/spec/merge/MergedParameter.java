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
 * @param in where it is sent: {@code query}, {@code path}, {@code header} or {@code cookie}
 * @param evidence what the pages declare about its value
 * @param declarations every page's declaration
 */
public record MergedParameter(
    String name, String in, FieldEvidence evidence, List<ParameterDeclaration> declarations) {
  /**
   * One page's declaration.
   *
   * @param document the page's document
   * @param node the parameter object
   */
  public record ParameterDeclaration(SpecDocument document, JsonNode node) {}

  MergedParameter(String name, String in, FieldEvidence shape) {
    this(name, in, shape, new ArrayList<>());
  }

  /** Gives what the pages say of it in words. */
  TextVariants descriptions() {
    TextVariants wordings = new TextVariants();
    declarations.forEach(d -> wordings.add(d.document(), d.node(), "description"));
    return wordings;
  }

  /** Gives whether every page that has it requires it; a part of the path always is. */
  boolean required() {
    return in.equals("path")
        || declarations.stream().allMatch(d -> d.node().path("required").asBoolean());
  }
}
