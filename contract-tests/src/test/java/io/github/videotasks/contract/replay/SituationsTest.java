package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SituationsTest {

  private final Situations situations = Situations.read(Checkout.find());

  @Test
  void everyProviderHasItsLifeAndTheStatesThatNoPageShows() {
    assertThat(situations.catalogue().providers())
        .extracting(Provider::id)
        .contains(
            "chainhub-grok", "chainhub-openai", "chainhub-sora", "chainhub-veo", "jxincm-sora");
    assertThat(situations.catalogue().providers())
        .allSatisfy(
            provider ->
                assertThat(situations.of(provider))
                    .extracting(Situation::state)
                    .contains(
                        "waiting",
                        "finished",
                        "failed",
                        "rate-limited",
                        "unauthorised",
                        "unknown-id"));
  }

  @Test
  void everyExampleOfEveryPageIsServed() {
    assertThat(
            situations.catalogue().providers().stream()
                .flatMap(provider -> situations.of(provider).stream())
                .filter(row -> row.origin() instanceof Origin.Shown))
        .hasSize(7);
  }

  @Test
  void whatThePageShowsIsNotBorrowed() {
    assertThat(labels("chainhub-grok"))
        .containsExactly(
            "waiting: chainhub-grok.md example 1", "finished: chainhub-grok.md example 2");
  }

  @Test
  void borrowsFromTheSameModelFamilyBeforeTheSameHost() {
    assertThat(labels("chainhub-sora"))
        .containsExactly(
            "waiting: borrowed from jxincm-sora.md example 1 (same model family)",
            "finished: borrowed from jxincm-sora.md example 2 (same model family)");
  }

  @Test
  void borrowsFromTheSameHostWhenNoPageOfTheFamilyShowsTheState() {
    assertThat(labels("chainhub-veo"))
        .containsExactly(
            "waiting: chainhub-veo.md example 1",
            "finished: borrowed from chainhub-grok.md example 2 (same host)");
  }

  @Test
  void neverBorrowsFromAnotherPath() {
    Catalogue onlyOtherPaths =
        new Catalogue(
            situations.catalogue().providers().stream()
                .filter(
                    provider -> List.of("chainhub-sora", "chainhub-openai").contains(provider.id()))
                .toList());
    Provider sora = onlyOtherPaths.provider("chainhub-sora");

    assertThat(new Borrowing(onlyOtherPaths).find(sora, sora.operations().get(0), "finished"))
        .isEmpty();
  }

  @Test
  void namesTheIdInTheSentence() {
    Provider veo = situations.catalogue().provider("chainhub-veo");

    assertThat(situations.of(veo))
        .extracting(Situation::sentence)
        .containsExactly(
            "task veo3.1-fast:1760545785-euexscdeL8 is waiting",
            "task veo3.1-fast:1760545785-euexscdeL8 is finished",
            "task veo3.1-fast:1760545785-euexscdeL8 has failed",
            "task veo3.1-fast:1760545785-euexscdeL8 is polled too often",
            "no token is sent",
            "no task no-such-task exists");
  }

  private Stream<String> labels(String id) {
    return situations.of(situations.catalogue().provider(id)).stream()
        .filter(row -> row.origin().documented())
        .map(row -> row.state() + ": " + row.origin().label());
  }
}
