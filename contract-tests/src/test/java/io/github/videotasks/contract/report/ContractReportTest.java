package io.github.videotasks.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractReportTest {

  private static final String EXT = "video-tasks-client-ext";
  private static final String WAITING = "a request for a waiting task by queryVideoTask";

  @TempDir private Path folder;
  private Parts parts = new Parts(Path.of(""));

  @BeforeEach
  void handIn() {
    parts = new Parts(folder);
  }

  @Test
  void hasARowForEveryStateOfEveryProviderThoughNoJudgeRan() throws IOException {
    Report report = report();

    assertThat(report.providers()).hasSize(5).allMatch(provider -> provider.rows().size() == 6);
    assertThat(cells(report).flatMap(cell -> cell.judgements().stream()))
        .hasSize(5 * 6 * 2 * Judges.OF_A_CELL.size())
        .allMatch(judgement -> judgement.tone() == Tone.ABSENT);
  }

  @Test
  void namesPageAndLineOfTheExampleBehindARowAlsoOfABorrowedOne() throws IOException {
    assertThat(report().providers())
        .filteredOn(provider -> provider.id().equals("chainhub-sora"))
        .flatExtracting(ProviderRows::rows)
        .extracting(row -> row.evidence().place())
        .startsWith("spec/pages/jxincm-sora.md:98", "spec/pages/jxincm-sora.md:179");
  }

  @Test
  void oneJudgeThatDisagreesIsTheWordOfTheCell() throws IOException {
    Judgement refused = new Judgement(Judges.PRISM, Tone.BAD, "1 complaints", List.of("no"));
    parts.putOpinions("prism", List.of(new Opinion("chainhub-grok", WAITING, EXT, refused)));

    Report report = report();

    assertThat(report.bad()).isTrue();
    assertThat(cells(report).map(Cell::summary).filter(it -> it.tone() == Tone.BAD))
        .containsExactly(refused);
  }

  @Test
  void theLedgerTellsAMemberThatIsReadButNotNamed() throws IOException {
    parts.putReadings(
        List.of(new Reading(EXT, "chainhub-grok", WAITING, Set.of("$.upscaled", "$.id"))));

    List<Field> fields = report().fields();

    assertThat(fields).hasSizeGreaterThan(100);
    assertThat(fields)
        .filteredOn(field -> field.member().equals("$.upscaled"))
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
  void countsWhatThePactsReach() throws IOException {
    assertThat(report().coverage())
        .extracting(it -> it.what() + ": " + it.covered() + " of " + it.all())
        .containsExactly(
            "operations of the canonical spec: 2 of 2",
            "HTTP statuses that the canonical spec declares: 2 of 2",
            "examples of the pages: 7 of 7",
            "status words that the pages show: 2 of 2");
  }

  private Report report() throws IOException {
    return ContractReport.of(Checkout.find(), parts);
  }

  private static Stream<Cell> cells(Report report) {
    return report.providers().stream()
        .flatMap(provider -> provider.rows().stream())
        .flatMap(row -> row.cells().stream());
  }
}
