package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.consumer.ExactJson;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.report.Checks;
import io.github.videotasks.contract.verification.BuildReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;

/**
 * Checks every pact against the vendor's page and the canonical spec with PactFlow's comparator.
 */
class ComparatorNodeCheck implements AgreedDifferencesTests {

  private static final List<CheckedInteraction> RESULTS = new ArrayList<>();

  @BeforeAll
  static void compare() throws Exception {
    NodePackages packages = NodePackages.installOrSkip();
    RepositoryLayout checkout = RepositoryLayout.find();
    ContractCases cases = ContractCases.read(checkout);
    Path canonical = checkout.spec().resolve("canonical/openapi.yaml");
    for (ContractProvider provider : cases.catalogue().providers()) {
      Path page = packages.writeDocument(checkout, provider);
      for (Path pact : PactFiles.forProvider(checkout, provider.id())) {
        List<String> names =
            cases.forProvider(provider).stream().map(ContractCase::interaction).toList();
        Comparison comparison = new Comparison(packages, provider, pact, names);
        // Two processes at a time: most of the time Node loads the comparator.
        RunningComparison withPage =
            comparison.start(Checks.COMPARATOR_PAGE, provider.pageName(), page);
        RunningComparison withCanonical =
            comparison.start(Checks.COMPARATOR_CANONICAL, "canonical", canonical);
        RESULTS.addAll(withPage.results());
        RESULTS.addAll(withCanonical.results());
      }
    }
    BuildReport.submit(
        inputs ->
            inputs.putCheckResults(
                "comparator", RESULTS.stream().map(it -> it.toResult(KNOWN)).toList()));
  }

  @Override
  public Set<String> checks() {
    return Set.of(Checks.COMPARATOR_PAGE, Checks.COMPARATOR_CANONICAL);
  }

  @Override
  public List<CheckDifference> differences() {
    return RESULTS.stream().flatMap(CheckedInteraction::differences).toList();
  }

  private record RunningComparison(
      Comparison comparison, String check, String document, Path out, Process process) {

    List<CheckedInteraction> results() throws IOException, InterruptedException {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      JsonNode violations = ExactJson.read(Files.readString(out));
      assertThat(violations.isArray()).isTrue();
      return comparison.interactions().stream()
          .map(it -> comparison.toResult(check, document, it, violations))
          .toList();
    }
  }

  private record Comparison(
      NodePackages packages, ContractProvider provider, Path pact, List<String> interactions) {

    RunningComparison start(String check, String name, Path document) throws IOException {
      Path out = packages.folder().resolve(check.replace(", ", "-") + ".ndjson");
      Process process =
          packages.start(
              out,
              "@pactflow/openapi-pact-comparator/dist/cli.cjs",
              List.of("--oas", document.toString(), pact.toString()));
      return new RunningComparison(this, check, name, out, process);
    }

    private CheckedInteraction toResult(
        String check, String document, String interaction, JsonNode violations) {
      return new CheckedInteraction(
          check,
          document,
          pact.getFileName() + ": " + interaction,
          provider.id(),
          interaction,
          PactFiles.pacticipant(pact, "consumer"),
          StreamSupport.stream(violations.spliterator(), false)
              .filter(
                  it -> interaction.equals(it.at("/mockDetails/interactionDescription").asText()))
              .map(it -> it.path("message").asText())
              .toList());
    }
  }
}
