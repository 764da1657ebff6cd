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

/** Bad pacts as Pact's own DSL writes them, each with the guard that keeps it out of the build. */
class PactGuardsTest {

  private static final ConsumedFields CONSUMED =
      new ConsumedFields(Set.of("$.status"), Set.of("$.status"));

  @Test
  void rejectsListWithoutMinimum() {
    DslPart body = new PactDslJsonBody().eachLike("images").stringType("url", "x").closeArray();

    assertThat(violations(body))
        .contains("$.images: a list that may be empty; its items are then never looked at");
  }

  @Test
  @SuppressWarnings("deprecation") // it is what people know; the pact looks the same without it
  void rejectsMatcherOnKeysOnly() {
    DslPart body =
        new PactDslJsonBody().eachKeyLike("encodings").stringType("path", "x").closeObject();

    assertThat(violations(body))
        .contains("$.*.path: a matcher on keys alone; it does not look at the values");
  }

  @Test
  void rejectsTypeMatcherOnBranchingValue() {
    assertThat(violations(new PactDslJsonBody().stringType("status", "pending")))
        .containsExactly(
            "$.status: any text will do, though the client does something else for another word");
  }

  @Test
  void rejectsIntegerMatcherOnTimestamp() {
    assertThat(violations(new PactDslJsonBody().integerType("created_at", 1761622232)))
        .containsExactly("$.created_at: any number will do, so seconds pass for milliseconds");
  }

  @Test
  void rejectsDecimalMatcher() {
    assertThat(violations(new PactDslJsonBody().decimalType("progress_pct", 0.9)))
        .containsExactly(
            "$.progress_pct: a decimal matcher, which refuses the whole numbers that come too");
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
        new PactBuilder("planted", "planted", PactSpecVersion.V4)
            .expectsToReceiveHttpInteraction(
                "planted",
                interaction ->
                    interaction
                        .withRequest(request -> request.path("/"))
                        .willRespondWith(response -> response.status(200).body(body)))
            .toPact();
    return VacuousMatchers.findIn(pact, CONSUMED);
  }
}
