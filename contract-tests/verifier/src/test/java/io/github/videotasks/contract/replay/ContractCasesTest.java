package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractCasesTest {

  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());

  @Test
  void everyProviderHasLifecycleAndUndocumentedStates() {
    assertThat(cases.catalogue().providers())
        .extracting(ContractProvider::id)
        .contains(
            "chainhub-grok", "chainhub-openai", "chainhub-sora", "chainhub-veo", "jxincm-sora");
    assertThat(cases.catalogue().providers())
        .allSatisfy(
            provider ->
                assertThat(cases.forProvider(provider))
                    .extracting(ContractCase::state)
                    .contains(
                        "waiting",
                        "finished",
                        "failed",
                        "rate-limited",
                        "unauthorised",
                        "unknown-id"));
  }

  @Test
  void includesEveryExample() {
    assertThat(
            cases.catalogue().providers().stream()
                .flatMap(provider -> cases.forProvider(provider).stream())
                .filter(row -> row.origin() instanceof ResponseOrigin.Shown))
        .hasSize(7);
  }

  @Test
  void doesNotBorrowShownStates() {
    assertThat(labels("chainhub-grok"))
        .containsExactly(
            "waiting: chainhub-grok.md example 1", "finished: chainhub-grok.md example 2");
  }

  @Test
  void prefersSameModelFamily() {
    assertThat(labels("chainhub-sora"))
        .containsExactly(
            "waiting: borrowed from jxincm-sora.md example 1 (same model family)",
            "finished: borrowed from jxincm-sora.md example 2 (same model family)");
  }

  @Test
  void fallsBackToSameHost() {
    assertThat(labels("chainhub-veo"))
        .containsExactly(
            "waiting: chainhub-veo.md example 1",
            "finished: borrowed from chainhub-grok.md example 2 (same host)");
  }

  /** The texts are part of the committed pacts, the reports and the demo. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chainhub-grok   | chainhub-grok.md example 1   | chainhub-grok.md example 2
          chainhub-openai | chainhub-openai.md example 1 | chainhub-openai.md example 2
          chainhub-sora   | borrowed from jxincm-sora.md example 1 (same model family) \
                          | borrowed from jxincm-sora.md example 2 (same model family)
          chainhub-veo    | chainhub-veo.md example 1 \
                          | borrowed from chainhub-grok.md example 2 (same host)
          jxincm-sora     | jxincm-sora.md example 1     | jxincm-sora.md example 2
          """)
  void formatsOriginOfEachState(String provider, String waiting, String finished) {
    assertThat(cases.forProvider(cases.catalogue().provider(provider)))
        .extracting(row -> row.state() + ": " + row.origin().label())
        .containsExactlyInAnyOrder(
            "waiting: " + waiting,
            "finished: " + finished,
            "failed: no page shows it",
            "rate-limited: no page shows it",
            "unauthorised: no page shows it",
            "unknown-id: no page shows it");
  }

  @Test
  void borrowedOriginRefersToExampleOfOtherPage() {
    assertThat(cases.forProvider(cases.catalogue().provider("chainhub-veo")))
        .extracting(row -> row.origin().exampleRef())
        .startsWith(
            Optional.of(new ExampleRef("chainhub-veo.md", 1)),
            Optional.of(new ExampleRef("chainhub-grok.md", 2)),
            Optional.empty());
  }

  @Test
  void neverBorrowsAcrossPaths() {
    Catalogue onlyOtherPaths =
        new Catalogue(
            cases.catalogue().providers().stream()
                .filter(
                    provider -> List.of("chainhub-sora", "chainhub-openai").contains(provider.id()))
                .toList());
    ContractProvider sora = onlyOtherPaths.provider("chainhub-sora");

    assertThat(new ExampleFallback(onlyOtherPaths).find(sora, sora.operations().get(0), "finished"))
        .isEmpty();
  }

  @Test
  void namesOfStatesAreTheSameForEveryProvider() {
    assertThat(cases.catalogue().providers())
        .allSatisfy(
            provider ->
                assertThat(cases.forProvider(provider))
                    .extracting(ContractCase::stateDescription)
                    .containsExactly(
                        "a task is waiting",
                        "a task is finished",
                        "a task has failed",
                        "a task is polled too often",
                        "no token is sent",
                        "no task has this id"));
  }

  private Stream<String> labels(String id) {
    return cases.forProvider(cases.catalogue().provider(id)).stream()
        .filter(row -> row.origin().isDocumented())
        .map(row -> row.state() + ": " + row.origin().label());
  }
}
