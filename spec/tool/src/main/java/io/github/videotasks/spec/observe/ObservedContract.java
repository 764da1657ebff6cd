package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.TextFile;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract with which responses are compared. */
final class ObservedContract {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode root;
  private final List<ObservedOperation> operations = new ArrayList<>();

  ObservedContract(JsonNode root) {
    this.root = root;
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(ObservedOperation.of(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    operations.sort(Comparator.comparing(operation -> !operation.isLiteral()));
  }

  /**
   * Reads the contract of a spec folder.
   *
   * @throws RejectedInputException when it is not one OpenAPI document
   */
  static ObservedContract read(Path specFolder) throws IOException {
    String name = "canonical/openapi.yaml";
    String text = TextFile.read(specFolder.resolve(name), name);
    List<YamlReader.YamlDocument> trees = new YamlReader(YamlLimits.DEFAULT).read(text, name, 1);
    if (trees.size() != 1 || !trees.get(0).root().has("openapi")) {
      throw new RejectedInputException(
          "not-openapi",
          new SourceLocation(name, 1),
          "expected one OpenAPI document, found something else",
          "Derive the contract first: spec-tool check --accept");
    }
    return new ObservedContract(trees.get(0).root());
  }

  JsonNode root() {
    return root;
  }

  /** Returns the operation of a request; null if the contract has none. */
  @Nullable ObservedOperation find(String method, String path) {
    return operations.stream()
        .filter(o -> o.method().equals(method) && o.url().matcher(path).matches())
        .findFirst()
        .orElse(null);
  }

  /** Returns a schema with the keywords of the component that it refers to. */
  JsonNode resolve(JsonNode schema) {
    String ref = schema.path("$ref").asText(schema.at("/allOf/0/$ref").asText());
    if (ref.startsWith("#/") && root.at(ref.substring(1)) instanceof ObjectNode target) {
      boolean nullable = schema.path("nullable").asBoolean();
      return nullable ? target.deepCopy().put("nullable", true) : target;
    }
    return schema;
  }
}
