package io.github.videotasks.templates;

import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * Options of OpenAPI Generator that the templates need.
 *
 * @param additionalProperties values that templates or the generator read by name
 * @param typeMappings type of the contract to Java type
 * @param importMappings Java type to the class to import
 * @param modelNameMappings names that a model must not have, to its name
 * @param reservedWordsMappings names that the generator would change, to the name to use
 */
record GeneratorOptions(
    Map<String, Object> additionalProperties,
    Map<String, String> typeMappings,
    Map<String, String> importMappings,
    Map<String, String> reservedWordsMappings,
    Map<String, String> modelNameMappings) {

  /**
   * Reads the options.
   *
   * @param resource path of a YAML file in this artifact
   */
  static GeneratorOptions read(String resource) {
    ClassLoader classes = GeneratorOptions.class.getClassLoader();
    try (InputStream text = Objects.requireNonNull(classes).getResourceAsStream(resource)) {
      if (text == null) {
        throw new IllegalStateException(
            "expected " + resource + " in the jar of " + GeneratorOptions.class + ", found none");
      }
      return Yaml.mapper().readValue(text, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
