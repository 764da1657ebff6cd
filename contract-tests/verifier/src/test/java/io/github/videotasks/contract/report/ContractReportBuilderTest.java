package io.github.videotasks.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractReportBuilderTest {

  private static final String EXT = "video-tasks-client-ext";
  private static final String WAITING = "a request for a waiting task by queryVideoTask";

  @TempDir private Path folder;
  private ReportInputs inputs = new ReportInputs(Path.of(""));

  @BeforeEach
  void createInputs() {
    inputs = new ReportInputs(folder);
  }

  @Test
  void hasRowPerStateWithoutCheckResults() throws IOException {
    Report report = buildReport();

    assertThat(report.providers()).hasSize(5).allMatch(provider -> provider.rows().size() == 6);
    assertThat(cells(report).flatMap(cell -> cell.results().stream()))
        .hasSize(5 * 6 * 2 * Checks.CONTRACT_CHECKS.size())
        .allMatch(result -> result.tone() == CheckStatus.ABSENT);
  }

  @Test
  void linksPageAndLineOfBorrowedExample() throws IOException {
    assertThat(buildReport().providers())
        .filteredOn(provider -> provider.id().equals("chainhub-sora"))
        .flatExtracting(ProviderRows::rows)
        .extracting(row -> row.evidence().place())
        .startsWith("spec/pages/jxincm-sora.md:98", "spec/pages/jxincm-sora.md:179");
  }

  @Test
  void writesOriginAsObjectAndAsText() throws IOException {
    Report report = buildReport();

    new ReportWriter(folder).write(report);

    JsonMapper json = new JsonMapper();
    Path file = folder.resolve("index.json");
    JsonNode sora =
        StreamSupport.stream(json.readTree(file.toFile()).path("providers").spliterator(), false)
            .filter(provider -> provider.path("id").asText().equals("chainhub-sora"))
            .findFirst()
            .orElseThrow();
    assertThat(sora.at("/rows/0/evidence/origin"))
        .isEqualTo(json.readTree("{\"page\": \"jxincm-sora.md\", \"example\": 1}"));
    assertThat(sora.at("/rows/2/evidence/origin").isNull()).isTrue();
    assertThat(json.readValue(file.toFile(), Report.class)).isEqualTo(report);
    String label = "borrowed from jxincm-sora.md example 1 (same model family)";
    assertThat(sora.at("/rows/0/evidence/label").asText()).isEqualTo(label);
    assertThat(Files.readString(folder.resolve("index.md")))
        .contains("| waiting | " + label + ", spec/pages/jxincm-sora.md:98;");
    assertThat(Files.readString(folder.resolve("index.html"))).contains(label);
  }

  @Test
  void groupsProvidersBySource() throws IOException {
    CheckResult passed =
        new CheckResult(Checks.PACT + " on replay", CheckStatus.GOOD, "verified", List.of());
    inputs.putCheckResults(
        "pact", List.of(new InteractionCheckResult("chainhub-grok", WAITING, EXT, passed)));

    assertThat(buildReport().sources())
        .extracting(ResponseSource::text)
        .containsExactly(
            "chainhub-grok: replay",
            "chainhub-openai, chainhub-sora, chainhub-veo, jxincm-sora: not tried");
  }

  @Test
  void failedCheckIsCellSummary() throws IOException {
    CheckResult failed =
        new CheckResult(Checks.PRISM, CheckStatus.BAD, "1 violations", List.of("no"));
    inputs.putCheckResults(
        "prism", List.of(new InteractionCheckResult("chainhub-grok", WAITING, EXT, failed)));

    Report report = buildReport();

    assertThat(report.bad()).isTrue();
    assertThat(cells(report).map(MatrixCell::summary).filter(it -> it.tone() == CheckStatus.BAD))
        .containsExactly(failed);
  }

  @Test
  void reportsFieldReadButNotInPact() throws IOException {
    inputs.putFieldReads(
        List.of(
            new InteractionFieldReads(
                EXT, "chainhub-grok", WAITING, Set.of("$.upscaled", "$.id"))));

    List<FieldUsage> fields = buildReport().fields();

    assertThat(fields).hasSizeGreaterThan(100);
    assertThat(fields)
        .filteredOn(usage -> usage.field().equals("$.upscaled"))
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.shown()).containsExactly("chainhub-grok/2");
              assertThat(field.read()).containsExactly("ext");
              assertThat(field.named()).containsExactly("generated");
              assertThat(field.odd()).isTrue();
            });
  }

  @Test
  void countsCoverageOfPacts() throws IOException {
    assertThat(buildReport().coverage())
        .extracting(it -> it.what() + ": " + it.covered() + " of " + it.all())
        .containsExactly(
            "operations of the canonical spec: 2 of 2",
            "HTTP statuses that the canonical spec declares: 4 of 4",
            "examples of the pages: 7 of 7",
            "status values that the pages show: 2 of 2");
  }

  private Report buildReport() throws IOException {
    return ContractReportBuilder.build(RepositoryLayout.find(), inputs);
  }

  private static Stream<MatrixCell> cells(Report report) {
    return report.providers().stream()
        .flatMap(provider -> provider.rows().stream())
        .flatMap(row -> row.cells().stream());
  }
}
