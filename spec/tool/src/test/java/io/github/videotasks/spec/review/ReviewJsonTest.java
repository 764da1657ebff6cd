package io.github.videotasks.spec.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewJsonTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void changesMatchTheSchema() throws IOException {
    assertThat(errors(json(ReviewSamples.hostile()))).isEmpty();
  }

  @Test
  void findingsOfBundledPagesMatchTheSchema() throws IOException {
    DerivationResult derived = Derivation.derive(SourcePaths.of(Path.of("..")));
    Review review = FindingReview.of(derived.findings(), derived.files());
    assertThat(errors(json(review))).isEmpty();
    assertThat(json(review).path("entries")).hasSizeGreaterThan(50);
    assertThat(errors(json(ReviewSamples.findings()))).isEmpty();
  }

  @Test
  void changesSinceTheReleaseMatchTheSchema() throws IOException {
    Review review =
        Review.between(contract("../released/openapi.yaml"), contract("../canonical/openapi.yaml"));
    assertThat(errors(json(review))).isEmpty();
    assertThat(json(review).path("entries")).hasSizeGreaterThan(20);
  }

  /** A schema that accepts everything would be worth nothing. */
  @ParameterizedTest
  @CsvSource({
    "version, 2",
    "step, huge",
    "kind, findings",
    "entries.0.class, bad",
    "entries.0.severity, fatal",
    "entries.0.rule, Type Changed",
    "entries.0.id, ''",
    "entries.0.places.0.line, -1",
    "entries.0.places.0.page, newest",
  })
  void refusesWrongValue(String place, String value) throws IOException {
    JsonNode report = json(ReviewSamples.hostile());
    int dot = place.lastIndexOf('.');
    String owner = dot < 0 ? "" : "/" + place.substring(0, dot).replace('.', '/');
    ObjectNode object = (ObjectNode) report.at(owner);
    if (value.matches("-?\\d+")) {
      object.put(place.substring(dot + 1), Integer.parseInt(value));
    } else {
      object.put(place.substring(dot + 1), value);
    }
    assertThat(errors(report)).isNotEmpty();
  }

  @Test
  void keepsValuesUnchanged() throws IOException {
    String value = ReviewSamples.HOSTILE.replace("\ud800", "\udb40\udc41");
    JsonNode entry = json(ReviewSamples.change("a", "b", value, "")).at("/entries/0");
    assertThat(entry.path("before").asText()).isEqualTo(value);
    assertThat(entry.path("places").toString())
        .isEqualTo("[{\"file\":\"pages/acme.md\",\"line\":12,\"page\":\"new\"}]");
  }

  @Test
  void writesSarifWithRulePlaceAndFingerprint() throws IOException {
    Review review = ReviewSamples.change("Task.id", "type changed", "string", "integer");
    JsonNode run = JSON.readTree(ReviewFormat.SARIF.render(review)).at("/runs/0");
    assertThat(run.at("/tool/driver/rules/0/id").asText()).isEqualTo("type-changed");
    JsonNode result = run.at("/results/0");
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .isEqualTo("breaking: GET /a: Task.id: type changed: string -> integer [acme]");
    assertThat(result.at("/locations/0/physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"spec/pages/acme.md\"},\"region\":{\"startLine\":12}}");
    assertThat(result.at("/partialFingerprints/change~1v1").asText()).isEqualTo("0123456789");
  }

  @Test
  void writesSarifUriWithEscapes() throws IOException {
    JsonNode sarif = JSON.readTree(ReviewFormat.SARIF.render(ReviewSamples.hostile()));
    assertThat(sarif.findPath("uri").asText()).isEqualTo("pages/a,%20b:%25.md");
  }

  private static JsonNode json(Review review) throws IOException {
    return JSON.readTree(ReviewFormat.JSON.render(review));
  }

  private static Map<String, byte[]> contract(String file) throws IOException {
    return Map.of("openapi.yaml", Files.readAllBytes(Path.of(file)));
  }

  private static List<Error> errors(JsonNode report) throws IOException {
    try (InputStream in = ReviewFormat.class.getResourceAsStream("review.schema.json")) {
      String schema = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema)
          .validate(report);
    }
  }
}
