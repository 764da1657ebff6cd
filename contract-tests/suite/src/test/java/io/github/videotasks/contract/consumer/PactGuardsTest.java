package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tests that each guard rejects its kind of bad pact, as written with Pact's own DSL. */
class PactGuardsTest {

  private static final ConsumedFields CONSUMED =
      new ConsumedFields(Set.of("$.status"), Set.of("$.status"));

  @Test
  void rejectsListWithoutMinimum() {
    DslPart body = new PactDslJsonBody().eachLike("images").stringType("url", "x").closeArray();

    assertThat(violations(body))
        .contains("$.images: the list may be empty, so its items may never be checked");
  }

  @Test
  @SuppressWarnings("deprecation") // widely used; the pact is the same without it
  void rejectsMatcherOnKeysOnly() {
    DslPart body =
        new PactDslJsonBody().eachKeyLike("encodings").stringType("path", "x").closeObject();

    assertThat(violations(body)).contains("$.*.path: the matcher checks only keys, not values");
  }

  @Test
  void rejectsTypeMatcherOnBranchingValue() {
    assertThat(violations(new PactDslJsonBody().stringType("status", "pending")))
        .containsExactly(
            "$.status: the matcher accepts any string, but the client branches on the value");
  }

  @Test
  void rejectsIntegerMatcherOnTimestamp() {
    assertThat(violations(new PactDslJsonBody().integerType("created_at", 1761622232)))
        .containsExactly(
            "$.created_at: the matcher accepts any number, so seconds and milliseconds are not"
                + " distinguished");
  }

  @Test
  void rejectsDecimalMatcher() {
    assertThat(violations(new PactDslJsonBody().decimalType("progress_pct", 0.9)))
        .containsExactly(
            "$.progress_pct: the decimal matcher rejects integers, which gateways send as well");
  }

  @Test
  void reportsMissingInteraction() throws IOException {
    RepositoryLayout checkout = RepositoryLayout.find();
    Map<String, String> pacts = new TreeMap<>(NormalizedPacts.read(checkout.pacts()));
    String file = "video-tasks-client-ext-chainhub-veo.json";
    pacts.computeIfPresent(
        file, (name, text) -> text.replace("a request for an unknown task", "overwritten"));

    assertThat(new MissingInteractions(ContractCases.read(checkout)).findIn(pacts))
        .containsExactly(file + ": a request for an unknown task by queryVideoTask");
  }

  @Test
  void committedPactsAreComplete() throws IOException {
    RepositoryLayout checkout = RepositoryLayout.find();

    assertThat(
            new MissingInteractions(ContractCases.read(checkout))
                .findIn(NormalizedPacts.read(checkout.pacts())))
        .isEmpty();
  }

  private static List<String> violations(DslPart body) {
    V4Pact pact =
        new PactBuilder("test", "test", PactSpecVersion.V4)
            .expectsToReceiveHttpInteraction(
                "test",
                interaction ->
                    interaction
                        .withRequest(request -> request.path("/"))
                        .willRespondWith(response -> response.status(200).body(body)))
            .toPact();
    return VacuousMatchers.findIn(pact, CONSUMED);
  }
}
