package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Situations;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Bad pacts as Pact's own DSL writes them, each with the guard that keeps it out of the build. */
class PlantedPactsTest {

  private static final ReadMembers READ = new ReadMembers(Set.of("$.status"), Set.of("$.status"));

  @Test
  void aListWithoutAMinimum() {
    DslPart body = new PactDslJsonBody().eachLike("images").stringType("url", "x").closeArray();

    assertThat(complaints(body))
        .contains("$.images: a list that may be empty; its items are then never looked at");
  }

  @Test
  @SuppressWarnings("deprecation") // it is what people know; the pact looks the same without it
  void aMapOfWhichOnlyTheKeysAreLookedAt() {
    DslPart body =
        new PactDslJsonBody().eachKeyLike("encodings").stringType("path", "x").closeObject();

    assertThat(complaints(body))
        .contains("$.*.path: a matcher on keys alone; it does not look at the values");
  }

  @Test
  void anyTextForAWordThatTheClientBranchesOn() {
    assertThat(complaints(new PactDslJsonBody().stringType("status", "pending")))
        .containsExactly(
            "$.status: any text will do, though the client does something else for another word");
  }

  @Test
  void anyWholeNumberWhereSecondsAndMillisecondsMustBeToldApart() {
    assertThat(complaints(new PactDslJsonBody().integerType("created_at", 1761622232)))
        .containsExactly("$.created_at: any number will do, so seconds pass for milliseconds");
  }

  @Test
  void aDecimalWhereWholeNumbersMayCome() {
    assertThat(complaints(new PactDslJsonBody().decimalType("progress_pct", 0.9)))
        .containsExactly(
            "$.progress_pct: a decimal matcher, which refuses the whole numbers that come too");
  }

  @Test
  void anInteractionThatWasLost() throws IOException {
    Checkout checkout = Checkout.find();
    Map<String, String> pacts = new TreeMap<>(PactFolder.read(checkout.pacts()));
    String file = "video-tasks-client-ext-chainhub-veo.json";
    pacts.computeIfPresent(
        file, (name, text) -> text.replace("a request for an unknown task", "overwritten"));

    assertThat(new LostInteractions(Situations.read(checkout)).in(pacts))
        .containsExactly(file + ": a request for an unknown task by queryVideoTask");
  }

  @Test
  void nothingIsLostInWhatIsCommitted() throws IOException {
    Checkout checkout = Checkout.find();

    assertThat(
            new LostInteractions(Situations.read(checkout)).in(PactFolder.read(checkout.pacts())))
        .isEmpty();
  }

  private static List<String> complaints(DslPart body) {
    V4Pact pact =
        new PactBuilder("planted", "planted", PactSpecVersion.V4)
            .expectsToReceiveHttpInteraction(
                "planted",
                interaction ->
                    interaction
                        .withRequest(request -> request.path("/"))
                        .willRespondWith(response -> response.status(200).body(body)))
            .toPact();
    return VacuousMatchers.in(pact, READ);
  }
}
