package io.github.videotasks.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.consumer.Json;
import io.github.videotasks.contract.provider.Pacts;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.contract.report.BuildReport;
import io.github.videotasks.contract.report.Judges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every contract beside the vendor's page and the canonical spec, read by PactFlow's comparator.
 */
class ComparatorNodeCheck {

  private static final KnownDifferences KNOWN = KnownDifferences.read();
  private static final List<Examined> EXAMINED = new ArrayList<>();

  @BeforeAll
  static void ask() throws Exception {
    Optional<NodePackages> packages = NodePackages.install();
    assumeTrue(packages.isPresent(), "not run: there is no npm on this machine");
    Checkout checkout = Checkout.find();
    Situations situations = Situations.read(checkout);
    Path canonical = checkout.spec().resolve("canonical/openapi.yaml");
    for (Provider provider : situations.catalogue().providers()) {
      Path page = packages.get().folder().resolve(provider.id() + ".yaml");
      Files.writeString(
          page,
          OpenApiJudge.documentIn(Files.readString(checkout.spec().resolve(provider.page())))
              + "\n");
      for (Path pact : Pacts.of(checkout, provider.id())) {
        List<String> names = situations.of(provider).stream().map(Situation::interaction).toList();
        Comparison comparison = new Comparison(packages.get(), provider, pact, names);
        EXAMINED.addAll(comparison.with(Judges.COMPARATOR_PAGE, provider.pageName(), page));
        EXAMINED.addAll(comparison.with(Judges.COMPARATOR_CANONICAL, "canonical", canonical));
      }
    }
    BuildReport.handIn(
        parts ->
            parts.putOpinions(
                "comparator", EXAMINED.stream().map(it -> it.opinion(KNOWN)).toList()));
  }

  @Test
  void everyDifferenceIsAgreed() {
    assertThat(KNOWN.unexplained(differences()))
        .as("add them to known-differences.yaml, with the reason, or repair them")
        .isEmpty();
  }

  @Test
  void everyAgreedDifferenceStillOccurs() {
    assertThat(
            KNOWN.unusedBy(
                differences(), Set.of(Judges.COMPARATOR_PAGE, Judges.COMPARATOR_CANONICAL)))
        .as("delete them from known-differences.yaml")
        .isEmpty();
  }

  private static List<Difference> differences() {
    return EXAMINED.stream().flatMap(Examined::differences).toList();
  }

  private record Comparison(
      NodePackages packages, Provider provider, Path pact, List<String> interactions) {

    List<Examined> with(String judge, String name, Path document)
        throws IOException, InterruptedException {
      Path out = packages.folder().resolve("comparison.ndjson");
      Process process =
          packages.start(
              out,
              "@pactflow/openapi-pact-comparator/dist/cli.cjs",
              List.of("--oas", document.toString(), pact.toString()));
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      JsonNode complaints = Json.read(Files.readString(out));
      assertThat(complaints.isArray()).isTrue();
      return interactions.stream().map(it -> examined(judge, name, it, complaints)).toList();
    }

    private Examined examined(
        String judge, String document, String interaction, JsonNode complaints) {
      return new Examined(
          judge,
          document,
          pact.getFileName() + ": " + interaction,
          provider.id(),
          interaction,
          Pacts.party(pact, "consumer"),
          StreamSupport.stream(complaints.spliterator(), false)
              .filter(
                  it -> interaction.equals(it.at("/mockDetails/interactionDescription").asText()))
              .map(it -> it.path("message").asText())
              .toList());
    }
  }
}
