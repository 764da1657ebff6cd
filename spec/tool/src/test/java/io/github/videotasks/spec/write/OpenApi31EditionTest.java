package io.github.videotasks.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApi31EditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: string, nullable: true} | {\"type\":[\"string\",\"null\"]}",
        "{type: string} | {\"type\":\"string\"}",
        "{description: a} | {\"description\":\"a\"}",
        "{type: object, nullable: true, allOf: [{$ref: '#/a'}]} |"
            + " {\"anyOf\":[{\"$ref\":\"#/a\"},{\"type\":\"null\"}]}",
        "{type: string, format: binary} | {\"contentMediaType\":\"application/octet-stream\"}",
        "{type: string, nullable: true, enum: [a]} |"
            + " {\"type\":[\"string\",\"null\"],\"enum\":[\"a\",null]}",
        "{type: string, enum: [a]} | {\"type\":\"string\",\"const\":\"a\"}",
        "{type: string, enum: [a, b]} | {\"type\":\"string\",\"enum\":[\"a\",\"b\"]}",
        "{minimum: 0, exclusiveMinimum: true} | {\"exclusiveMinimum\":0}",
        "{maximum: 1, exclusiveMaximum: false} | {\"maximum\":1}",
      })
  void convertsSchema(String schema, String expected) {
    String document = "{openapi: 3.0.3, components: {schemas: {A: " + schema + "}}}";
    ObjectNode contract =
        (ObjectNode) new YamlReader(YamlLimits.DEFAULT).read(document, "f", 1).get(0).root();
    assertThat(OpenApi31Edition.of(contract).at("/components/schemas/A").toString())
        .isEqualTo(expected);
  }
}
