package io.github.videotasks.spec.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.stock.NodeTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Validates SARIF with its schema, which an npm package has; run in the profile {@code node}. */
@Tag("node")
class SarifSchemaTest {
  private static final String SCHEMA = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
  private static final JsonMapper JSON = new JsonMapper();

  private static @Nullable Schema schema;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    NodeTools tools = NodeTools.install();
    assumeTrue(tools != null, NodeTools.NOT_AVAILABLE);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(Objects.requireNonNull(tools).scriptPath(SCHEMA)));
  }

  @Test
  void changesMatchTheSchema() throws IOException {
    assertMatches(ReviewSamples.hostile(), 1);
  }

  @Test
  void findingsOfBundledPagesMatchTheSchema() throws IOException {
    DerivationResult derived = Derivation.derive(SourcePaths.of(Path.of("..")));
    Review review = FindingReview.of(derived.findings(), derived.files());
    assertMatches(review.withPageFolder("spec/"), review.entries().size());
  }

  @Test
  void acceptedFindingsMatchTheSchema() throws IOException {
    Acceptance acceptance = new Acceptance("Reported.", LocalDate.parse("2030-12-31"), false);
    Review accepted =
        ReviewSamples.findings()
            .map(entry -> ((ReviewFinding) entry).withDecision(Severity.WARNING, acceptance));
    assertMatches(accepted, 2);
    assertThat(ReviewFormat.SARIF.render(accepted)).contains("\"status\": \"accepted\"");
  }

  @Test
  void schemaRefusesOtherDocuments() throws IOException {
    assertThat(schema().validate(JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}")))
        .isNotEmpty();
  }

  private static Schema schema() {
    return Objects.requireNonNull(schema);
  }

  private static void assertMatches(Review review, int results) throws IOException {
    JsonNode sarif = JSON.readTree(ReviewFormat.SARIF.render(review));
    assertThat(schema().validate(sarif)).isEmpty();
    assertThat(sarif.at("/runs/0/results")).hasSize(results);
  }
}
