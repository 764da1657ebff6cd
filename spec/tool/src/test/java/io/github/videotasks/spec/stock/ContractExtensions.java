package io.github.videotasks.spec.stock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a contract with or without its extensions ({@code x-...}). */
final class ContractExtensions {
  private static final YAMLMapper YAML = new YAMLMapper();

  private ContractExtensions() {}

  static ObjectNode read(Path contract) throws IOException {
    return (ObjectNode) YAML.readTree(contract.toFile());
  }

  static ObjectNode readWithoutExtensions(Path contract) throws IOException {
    ObjectNode copy = read(contract);
    strip(copy);
    if (copy.equals(read(contract))) {
      throw new IllegalStateException("expected extensions in " + contract + ", found none");
    }
    return copy;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(property -> property.getKey().startsWith("x-"));
    }
    node.forEach(ContractExtensions::strip);
  }
}
