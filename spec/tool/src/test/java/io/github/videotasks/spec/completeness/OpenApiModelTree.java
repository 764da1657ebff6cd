package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

/**
 * The model that swagger-parser reads from a document, as a tree. It shares no code with the reader
 * of the tool. References are kept and never fetched.
 */
final class OpenApiModelTree {
  private OpenApiModelTree() {}

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if the parser cannot read it
   */
  static ObjectNode read(String text) {
    ParseOptions options = new ParseOptions();
    options.setResolve(false);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, options);
    if (result.getOpenAPI() == null) {
      throw new IllegalArgumentException("expected OpenAPI 3, found " + result.getMessages());
    }
    boolean modern = result.getOpenAPI().getSpecVersion() == SpecVersion.V31;
    JsonNode tree = (modern ? Json31.mapper() : Json.mapper()).valueToTree(result.getOpenAPI());
    return (ObjectNode) tree;
  }
}
