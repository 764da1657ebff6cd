package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter of a merged operation.
 *
 * @param name its name
 * @param in where it is sent: {@code query}, {@code path}, {@code header} or {@code cookie}
 * @param shape what the pages declare about its value
 * @param first the first page's declaration, for its description
 * @param declarations every page's declaration
 */
public record MergedParameter(
    String name, String in, Shape shape, JsonNode first, List<JsonNode> declarations) {
  MergedParameter(String name, String in, Shape shape, JsonNode first) {
    this(name, in, shape, first, new ArrayList<>());
  }
}
