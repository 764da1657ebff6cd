package io.github.videotasks.spec.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison reports each kind of loss, planted into the contract of a real merge. */
class DamagedContractTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir static Path folder;
  private static MergedPages merged;

  @BeforeAll
  static void merge() throws IOException {
    Path document = Path.of("src/test/resources/completeness/jobs.yaml");
    merged = MergedPages.of(folder, List.of((ObjectNode) YAML.readTree(document.toFile())));
  }

  static List<ContractDamage> damages() {
    return ContractDamage.all();
  }

  /** The control: nothing is reported without a damage. */
  @Test
  void reportsNothingAboutTheUndamagedContract() throws IOException {
    assertThat(unexplained(contract())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void reportsEachDamage(ContractDamage damage) throws IOException {
    assertThat(unexplained(damage.of(contract())))
        .extracting(ContractDifference::kind)
        .contains(damage.kind());
  }

  private static ObjectNode contract() throws IOException {
    return (ObjectNode) YAML.readTree(TestPages.text(merged.derived(), "openapi.yaml"));
  }

  private static List<ContractDifference> unexplained(ObjectNode contract) throws IOException {
    return JustificationTable.read()
        .unexplained(
            merged.compare(contract.toString()).differences(),
            new FindingPlaces(merged.derived().findings()));
  }
}
