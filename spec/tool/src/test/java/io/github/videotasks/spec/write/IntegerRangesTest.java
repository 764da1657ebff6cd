package io.github.videotasks.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegerRangesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: int32 | minimum: -2147483648, maximum: 2147483647",
        "format: int64 | minimum: -9223372036854775808, maximum: 9223372036854775807",
        "format: int32, nullable: true | minimum: -2147483648, maximum: 2147483647",
        "format: int32, minimum: 1 | minimum: 1, maximum: 2147483647",
        "format: int32, minimum: 1, maximum: 9 | minimum: 1, maximum: 9",
        "format: int64, maximum: 9 | maximum: 9, minimum: -9223372036854775808",
        // The declared limit holds, although it contradicts the format.
        "format: int32, maximum: 4294967295 | maximum: 4294967295, minimum: -2147483648",
        "format: int32, minimum: 4294967295 | minimum: 4294967295",
        "format: int32, maximum: -4294967295 | maximum: -4294967295",
      })
  void addsMissingLimits(String declared, String expected) throws IOException {
    ObjectNode schema = definition("type: integer, " + declared);
    schema.remove("type");
    // Read again: the type of a number node is not compared.
    assertThat(yaml(schema.toString())).isEqualTo(yaml(expected));
  }

  @ParameterizedTest
  @CsvSource({"type: integer", "'type: number, format: double'", "'type: string, format: int32'"})
  void leavesOtherSchemasWithoutLimits(String declared) throws IOException {
    ObjectNode schema = definition(declared);
    assertThat(schema).hasSize(1);
    assertThat(schema.has("type")).isTrue();
  }

  /** No client has an integer type for such a value, and the range must not reject the example. */
  @Test
  void integerBeyondInt64IsNumber(@TempDir Path folder) throws IOException {
    TestPages pages =
        TestPages.in(folder)
            .addGetPage("acme.md", "/task", "example: {a: 9223372036854775808, b: 1}\n");
    JsonNode properties =
        TestPages.json(pages.derive(), "schema.json").at("/$defs/OpResponse/properties");
    assertThat(properties.at("/a/type/0").asText()).isEqualTo("number");
    assertThat(properties.path("a").has("maximum")).isFalse();
    assertThat(properties.at("/b/type/0").asText()).isEqualTo("integer");
  }

  private static ObjectNode definition(String schema) throws IOException {
    ObjectNode contract = yaml("components: {schemas: {T: {" + schema + "}}}");
    return (ObjectNode) JsonSchemaEdition.of(contract).at("/$defs/T");
  }

  private static ObjectNode yaml(String flow) throws IOException {
    return (ObjectNode)
        new YAMLMapper()
            .readTree(
                flow.startsWith("{") || flow.startsWith("components") ? flow : "{" + flow + "}");
  }
}
