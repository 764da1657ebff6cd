package io.github.videotasks.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSchemaEditionTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../canonical/examples"))) {
      return files
          .filter(file -> file.toString().matches(".*[/\\\\]\\d+\\.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  static Stream<Path> editions() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/scenarios"))) {
      Stream<Path> merged = files.filter(file -> file.endsWith("schema.json"));
      return Stream.concat(Stream.of(Path.of("../canonical/schema.json")), merged)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("editions")
  void matchesMetaSchema(Path edition) throws IOException {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(JSON.readTree(edition.toFile()))).isEmpty();
  }

  /** Strict validators refuse a schema with keywords of OpenAPI. */
  @Test
  void containsNoOpenApiKeyword() throws IOException {
    Set<String> keywords = new TreeSet<>();
    for (Path edition : editions().toList()) {
      for (JsonNode definition : JSON.readTree(edition.toFile()).path("$defs")) {
        collectKeywords(definition, keywords);
      }
    }
    assertThat(keywords)
        .contains("properties")
        .isSubsetOf(
            "$comment",
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "default",
            "description",
            "enum",
            "examples",
            "items",
            "maximum",
            "minimum",
            "maxLength",
            "minLength",
            "not",
            "pattern",
            "properties",
            "required",
            "title",
            "type",
            "maxItems",
            "minItems",
            "deprecated",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "maxProperties",
            "minProperties",
            "multipleOf",
            "readOnly",
            "uniqueItems",
            "writeOnly");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void validatesEveryExample(Path example) throws IOException {
    assertThat(definition("VideoTask").validate(JSON.readTree(example.toFile()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\": \"a\"} | required property 'status' not found",
        "{\"id\": \"a\", \"status\": 1} | integer found, string expected",
        "{\"id\": \"a\", \"status\": \"b\", \"detail\": {\"pending_info\": 1}} | integer found",
        "[] | array found, object expected"
      })
  void rejectsInvalidTask(String task, String error) throws IOException {
    assertThat(definition("VideoTask").validate(JSON.readTree(task)))
        .anySatisfy(found -> assertThat(found.toString()).contains(error));
  }

  @Test
  void acceptsUnknownStatusValue() throws IOException {
    JsonNode task = JSON.readTree("{\"id\": \"a\", \"status\": \"moderating\"}");
    assertThat(definition("VideoTask").validate(task)).isEmpty();
  }

  /** Each example of an object matches exactly one of its shapes. */
  @ParameterizedTest
  @CsvSource({
    "chainhub-grok/1,VideoTaskPlain,",
    "chainhub-openai/2,VideoTaskPlain,",
    "chainhub-openai/1,VideoTaskWithDetail,TaskDetailWithPendingInfo",
    "jxincm-sora/1,VideoTaskWithDetail,TaskDetailWithPendingInfo",
    "jxincm-sora/2,VideoTaskWithDetail,TaskDetailWithDraftInfo"
  })
  void matchesExactlyOneVariant(String example, String task, String detail) throws IOException {
    JsonNode response = JSON.readTree(Path.of("../canonical/examples", example + ".json").toFile());
    assertThat(matchingDefinitions("VideoTask", response)).containsExactly(task);
    if (detail != null) {
      assertThat(matchingDefinitions("TaskDetail", response.path("detail")))
          .containsExactly(detail);
    }
  }

  @Test
  void describesProvidersAndKnownValues(@TempDir Path folder) throws IOException {
    TestPages pages =
        TestPages.in(folder)
            .addGetPage("acme.md", "/task", "example: {status: done, n: 5000000000}\n");
    JsonNode properties =
        TestPages.json(pages.derive(), "schema.json").at("/$defs/OpResponse/properties");
    assertThat(properties.path("status").toString())
        .isEqualTo(
            "{\"type\":[\"string\",\"null\"],\"description\":\"Shown by acme.\","
                + "\"examples\":[\"done\"],\"$comment\":\"Sent by acme\"}");
    assertThat(properties.path("n").has("format")).isFalse();
  }

  private static void collectKeywords(JsonNode schema, Set<String> to) {
    schema
        .properties()
        .forEach(
            keyword -> {
              to.add(keyword.getKey());
              if (keyword.getKey().equals("properties")) {
                keyword.getValue().forEach(property -> collectKeywords(property, to));
              } else if (!keyword.getKey().equals("examples")
                  && !keyword.getKey().equals("enum")
                  && !keyword.getKey().equals("default")) {
                collectKeywords(keyword.getValue(), to);
                if (keyword.getValue().isArray()) {
                  keyword.getValue().forEach(item -> collectKeywords(item, to));
                }
              }
            });
  }

  private static List<String> matchingDefinitions(String component, JsonNode value)
      throws IOException {
    List<String> matching = new ArrayList<>();
    for (String name : (Iterable<String>) edition().path("$defs")::fieldNames) {
      if (name.startsWith(component)
          && !name.equals(component)
          && definition(name).validate(value).isEmpty()) {
        matching.add(name);
      }
    }
    return matching;
  }

  private static ObjectNode edition() throws IOException {
    return (ObjectNode) JSON.readTree(Path.of("../canonical/schema.json").toFile());
  }

  private static Schema definition(String name) throws IOException {
    return REGISTRY.getSchema(edition().put("$ref", "#/$defs/" + name));
  }
}
