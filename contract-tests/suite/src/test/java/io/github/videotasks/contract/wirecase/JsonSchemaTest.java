package io.github.videotasks.contract.wirecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.videotasks.contract.testkit.WireCaseFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the JSON Schema edition of the contract with the wire cases. */
class JsonSchemaTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void acceptsWireCasesWithoutTypeMismatch() throws IOException {
    List<String> rejected = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    int validated = 0;
    for (WireCaseFile cases : WireCaseFile.all()) {
      Schema schema = schema(cases.type());
      for (WireCaseFile.AcceptedCase accepted : acceptedCases(cases)) {
        if (accepted.mismatches().isEmpty()) {
          try {
            schema
                .validate(JSON.readTree(accepted.json()))
                .forEach(error -> rejected.add(accepted.name() + ": " + error));
            validated++;
          } catch (JsonParseException e) {
            unreadable.add(accepted.name());
          }
        }
      }
    }
    assertThat(rejected).isEmpty();
    assertThat(validated).isGreaterThan(100);
    // A limit of the JSON parser, not of the schema.
    assertThat(unreadable).containsExactly("a name with a lone surrogate");
  }

  /** A schema must reject a property whose JSON type differs from the declared one. */
  @Test
  void rejectsPropertiesOfAnotherJsonType() throws IOException {
    List<String> passed = new ArrayList<>();
    for (WireCaseFile cases : WireCaseFile.all()) {
      Schema schema = schema(cases.type());
      for (WireCaseFile.AcceptedCase accepted : acceptedCases(cases)) {
        boolean otherType =
            accepted.mismatches().values().stream()
                .anyMatch(found -> Stream.of("object", "array", "boolean").anyMatch(found::equals));
        if (otherType && schema.validate(JSON.readTree(accepted.json())).isEmpty()) {
          passed.add(accepted.name());
        }
      }
    }
    assertThat(passed).isEmpty();
  }

  private static List<WireCaseFile.AcceptedCase> acceptedCases(WireCaseFile cases) {
    return Objects.requireNonNullElse(cases.accepts(), List.of());
  }

  private static Schema schema(String type) throws IOException {
    JsonNode edition = JSON.readTree(Path.of("../../spec/canonical/schema.json").toFile());
    assertThat(edition.path("$defs").has(type)).isTrue();
    return REGISTRY.getSchema(((ObjectNode) edition).put("$ref", "#/$defs/" + type));
  }
}
