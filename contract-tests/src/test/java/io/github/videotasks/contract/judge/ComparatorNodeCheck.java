package io.github.videotasks.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;

/**
 * Every contract beside the vendor's page and the canonical spec, read by PactFlow's comparator.
 */
class ComparatorNodeCheck implements AgreedDifferences {

  private static final List<Examined> EXAMINED = new ArrayList<>();

  @BeforeAll
  static void ask() throws Exception {
    NodePackages packages = NodePackages.orSkip();
    Checkout checkout = Checkout.find();
    Situations situations = Situations.read(checkout);
    Path canonical = checkout.spec().resolve("canonical/openapi.yaml");
    for (Provider provider : situations.catalogue().providers()) {
      Path page = packages.document(checkout, provider);
      for (Path pact : Pacts.of(checkout, provider.id())) {
        List<String> names = situations.of(provider).stream().map(Situation::interaction).toList();
        Comparison comparison = new Comparison(packages, provider, pact, names);
        EXAMINED.addAll(comparison.with(Judges.COMPARATOR_PAGE, provider.pageName(), page));
        EXAMINED.addAll(comparison.with(Judges.COMPARATOR_CANONICAL, "canonical", canonical));
      }
    }
    BuildReport.handIn(
        parts ->
            parts.putOpinions(
                "comparator", EXAMINED.stream().map(it -> it.opinion(KNOWN)).toList()));
  }

  @Override
  public Set<String> judges() {
    return Set.of(Judges.COMPARATOR_PAGE, Judges.COMPARATOR_CANONICAL);
  }

  @Override
  public List<Difference> differences() {
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
