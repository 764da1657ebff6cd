package io.github.videotasks.spec.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.tree.OpenApiObject;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the canonical contract as YAML. */
public final class CanonicalYaml {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .stringQuotingChecker(new PlainScalarChecker())
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .build());

  private CanonicalYaml() {}

  /**
   * Sorts the document's keys in place and returns the document as UTF-8 YAML.
   *
   * @param document changed in place
   * @return the text, in UTF-8
   */
  public static byte[] write(ObjectNode document) {
    sortKeys(document);
    return serialize(document);
  }

  /**
   * Sorts the keys in place into reading order.
   *
   * @param document changed in place
   */
  public static void sortKeys(ObjectNode document) {
    KeyOrder.sort(document);
    replaceUnicodeSeparators(document);
  }

  /**
   * {@return the keys of a kind of object whose order is fixed; all others follow them}
   *
   * @param kind a kind of object
   */
  public static List<String> orderedKeys(OpenApiObject kind) {
    return KeyOrder.of(kind);
  }

  /**
   * {@return a sorted document as UTF-8 YAML}
   *
   * @param document its keys are sorted already
   */
  public static byte[] serialize(ObjectNode document) {
    return BlockYamlWriter.write(document, CanonicalYaml::writeByLibrary);
  }

  /** Returns the YAML that the library writes. */
  static String writeByLibrary(ObjectNode document) {
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces Unicode line and paragraph separators: not every YAML parser reads their escapes. */
  private static void replaceUnicodeSeparators(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              entry -> {
                String text = entry.getValue().isTextual() ? entry.getValue().textValue() : "";
                if (text.indexOf('\u2028') >= 0 || text.indexOf('\u2029') >= 0) {
                  entry.setValue(
                      TextNode.valueOf(text.replace('\u2028', '\n').replace('\u2029', '\n')));
                }
              });
    }
    node.forEach(CanonicalYaml::replaceUnicodeSeparators);
  }
}
