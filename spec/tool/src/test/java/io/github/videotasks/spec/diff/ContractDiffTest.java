package io.github.videotasks.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of changes.yaml contains one edit of base.yaml and the expected changes. */
class ContractDiffTest {
  static Stream<Arguments> changes() throws IOException {
    JsonNode rows = new YAMLMapper().readTree(resource("changes.yaml"));
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> Arguments.of(row.path("name").asText(), row));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void reportsImpactOfChange(String name, JsonNode row) throws IOException {
    String base = resource("base.yaml");
    String from = row.path("from").asText();
    assertThat(base).as("the text that %s replaces", name).contains(from);
    int at = base.indexOf(from);
    String edited =
        base.substring(0, at) + row.path("to").asText() + base.substring(at + from.length());
    assertThat(ContractFixtures.diff(base, edited))
        .extracting(Change::toString)
        .containsExactlyElementsOf(
            StreamSupport.stream(row.path("expect").spliterator(), false)
                .map(JsonNode::asText)
                .toList());
  }

  @Test
  void narrowedResponseIsCompatible() throws IOException {
    String base = resource("base.yaml");
    String nullable =
        base.replace("width: {type: integer}", "width: {type: integer, nullable: true}");
    assertThat(ContractFixtures.diff(nullable, base))
        .extracting(Change::impact)
        .containsExactly(Impact.COMPATIBLE);
  }

  /** The opposite direction of the rows: fewer values of a response, more of a request. */
  @ParameterizedTest
  @CsvSource({
    "Size,int64,'',breaking for generated code only: integer(int64) -> integer",
    "NewTask,int64,'',breaking: integer(int64) -> integer",
    "Size,int64,int32,breaking for generated code only: integer(int64) -> integer(int32)",
    "NewTask,int64,int32,breaking: integer(int64) -> integer(int32)",
  })
  void treatsMissingIntegerFormatAsInt32(String schema, String from, String to, String change)
      throws IOException {
    assertThat(formatChange(schema, "integer", from, to)).isEqualTo(change);
  }

  /** Stock clients have another type for a missing format, which includes all doubles. */
  @ParameterizedTest
  @CsvSource({
    "Size,'',double,breaking for generated code only: number -> number(double)",
    "Size,double,'',breaking: number(double) -> number",
    "Size,float,'',breaking: number(float) -> number",
    "NewTask,'',double,breaking: number -> number(double)",
    "NewTask,double,'',breaking for generated code only: number(double) -> number",
  })
  void treatsMissingNumberFormatAsWidest(String schema, String from, String to, String change)
      throws IOException {
    assertThat(formatChange(schema, "number", from, to)).isEqualTo(change);
  }

  private static String formatChange(String schema, String type, String from, String to)
      throws IOException {
    String property = schema.equals("Size") ? "width: {type: integer" : "depth: {type: integer";
    String base =
        resource("base.yaml")
            .replace("        prompt:\n", "        depth: {type: integer}\n        prompt:\n")
            .replace(property, property.replace("integer", type));
    String before = property.replace("integer", type);
    List<Change> changes =
        ContractFixtures.diff(
            base.replace(before, before + (from.isEmpty() ? "" : ", format: " + from)),
            base.replace(before, before + (to.isEmpty() ? "" : ", format: " + to)));
    assertThat(changes).hasSize(1);
    return changes.get(0).impact().label()
        + ": "
        + changes.get(0).before()
        + " -> "
        + changes.get(0).after();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: boolean} | breaking: NewTask.tags.*: type changed: string -> boolean",
        "{type: string, nullable: true} | compatible: NewTask.tags.*: became nullable: (nothing) ->"
            + " nullable",
        "{type: array, items: {type: string}} | breaking: NewTask.tags.*: type changed: string ->"
            + " array"
      })
  void reportsChangedValuesOfMaps(String values, String expected) throws IOException {
    String list = "type: array\n          items: {type: string}";
    String map = "type: object\n          additionalProperties: ";
    String base = resource("base.yaml");
    assertThat(base).contains(list);
    assertThat(
            ContractFixtures.diff(
                base.replace(list, map + "{type: string}"), base.replace(list, map + values)))
        .extracting(Change::toString)
        .containsExactly(expected);
  }

  @Test
  void reportsBothDirectionsOfSharedSchema() throws IOException {
    String base = resource("base.yaml").replace("schemas/NewTask\"", "schemas/Task\"");
    String edited = base.replace("[queued, done]", "[queued, failed]");
    assertThat(ContractFixtures.diff(base, edited))
        .extracting(Change::toString)
        .containsExactly(
            "breaking: Task.status: enum value added: (nothing) -> failed",
            "breaking: Task.status: enum value removed: done -> (nothing)");
  }

  @Test
  void renamedSchemaBreaksGeneratedCodeOnly() throws IOException {
    String base = resource("base.yaml");
    String edited =
        base.replace("schemas/Size", "schemas/Extent").replace("    Size:", "    Extent:");
    assertThat(ContractFixtures.diff(base, edited))
        .extracting(Change::toString)
        .containsExactly(
            "breaking for generated code only: Size: schema renamed: Size -> Extent",
            "breaking for generated code only: Task.size: refers to another schema: Size ->"
                + " Extent");
  }

  @Test
  void renamedSecuritySchemeBreaksGeneratedCodeOnly() throws IOException {
    String base = resource("base.yaml");
    assertThat(
            ContractFixtures.diff(
                base,
                base.replace("key:\n      type", "token:\n      type")
                    .replace("- key:", "- token:")))
        .extracting(Change::toString)
        .containsExactly(
            "breaking for generated code only: security scheme key: security scheme removed",
            "compatible: security scheme token: security scheme added");
  }

  @Test
  void returnsNoChangesForEqualContracts() throws IOException {
    assertThat(ContractFixtures.diff(resource("base.yaml"), resource("base.yaml"))).isEmpty();
  }

  @Test
  void rejectsContractThatOpenApiDiffCannotCompare() throws IOException {
    String path =
        """
          /tasks/{other}:
            get:
              parameters:
                - {name: a, in: query, schema: {type: string}}
                - {name: b, in: query, schema: {type: string}}
              responses: {}
        """
            .indent(0);
    String twice = resource("base.yaml").replace("  /tasks:\n", path + "  /tasks:\n");
    assertThatThrownBy(() -> ContractFixtures.diff(twice, twice.replace("A task.", "One task.")))
        .isInstanceOf(RejectedInputException.class)
        .hasMessageStartingWith(
            "openapi.yaml: [not-comparable] expected valid OpenAPI 3.0, found: ")
        .hasMessageContaining("same signature");
  }

  @Test
  void returnsSemverLevelOfWorstChange() {
    assertThat(
            Stream.of(Impact.values())
                .map(i -> SemverLevel.of(List.of(change(i), change(Impact.NONE)))))
        .containsExactly(
            SemverLevel.MAJOR,
            SemverLevel.MAJOR,
            SemverLevel.MINOR,
            SemverLevel.MINOR,
            SemverLevel.PATCH);
    assertThat(SemverLevel.of(List.of())).isEqualTo(SemverLevel.NONE);
  }

  private static Change change(Impact impact) {
    return new Change(impact, "location", "description", "", "");
  }

  private static String resource(String name) throws IOException {
    return ContractFixtures.resource(name);
  }
}
