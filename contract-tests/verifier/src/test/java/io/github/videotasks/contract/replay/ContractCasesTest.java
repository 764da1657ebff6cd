package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
  void stateDescriptionContainsTaskId() {
    ContractProvider veo = cases.catalogue().provider("chainhub-veo");

    assertThat(cases.forProvider(veo))
        .extracting(ContractCase::stateDescription)
        .containsExactly(
            "task veo3.1-fast:1760545785-euexscdeL8 is waiting",
            "task veo3.1-fast:1760545785-euexscdeL8 is finished",
            "task veo3.1-fast:1760545785-euexscdeL8 has failed",
            "task veo3.1-fast:1760545785-euexscdeL8 is polled too often",
            "no token is sent",
            "no task no-such-task exists");
  }

  private Stream<String> labels(String id) {
    return cases.forProvider(cases.catalogue().provider(id)).stream()
        .filter(row -> row.origin().isDocumented())
        .map(row -> row.state() + ": " + row.origin().label());
  }
}
