package io.github.videotasks.contract.wirecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the JSON Schema of the wire cases with the wire cases. */
class WireCaseSchemaTest {
  private static final Path FOLDER = Path.of("../wire-cases");
  private static final YAMLMapper YAML = new YAMLMapper();

  static Stream<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(FOLDER)) {
      return found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void describesEveryFile(Path file) throws IOException {
    assertThat(schema().validate(YAML.readTree(file.toFile()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: VideoTask}",
        "{type: VideoTask, accepts: []}",
        "{accepts: [{case: a, json: '{}', mismatches: {}}]}",
        "{type: VideoTask, accepts: [{case: a, json: {}, mismatches: {}}]}",
        "{type: VideoTask, accepts: [{case: a, json: '{}'}]}",
        "{type: VideoTask, accepts: [{case: a, json: '{}', mismatches: {}, typd: {}}]}",
        "{type: VideoTask, accepts: [{case: a, json: '{}', mismatches: {}, typed: {id: a}}]}",
        "{type: VideoTask, rejects: [{case: a, json: '', kind: other, at: $}]}",
        "{type: VideoTask, rejects: [{case: a, json: '', kind: syntax, at: id}]}",
        "[]",
        "[{case: a, body: '{}'}]",
        "[{case: a, body: '{}', gives: {stge: QUEUED}}]",
        "[{case: a, body: '{}', gives: {stage: QUEUED}, error: {kind: NOT_A_TASK}}]",
        "[{case: a, body: '{}', error: {code: 1}}]",
        "[{case: a, http: {status: 200}, body: '{}', gives: {stage: QUEUED}}]",
      })
  void rejectsMistakes(String yaml) throws IOException {
    assertThat(schema().validate(YAML.readTree(yaml))).isNotEmpty();
  }

  private static Schema schema() throws IOException {
    JsonNode schema = YAML.readTree(FOLDER.resolve("wire-cases.schema.json").toFile());
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }
}
