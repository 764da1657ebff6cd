package io.github.videotasks.contract.mutation;

import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import io.github.videotasks.contract.replay.ProviderResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One pact's own matching, without a network: hundreds of answers a second. */
final class OfflinePactMatcher {

  private final Pact pact;

  OfflinePactMatcher(Path pactFile) {
    this.pact = DefaultPactReader.INSTANCE.loadPact(pactFile.toFile());
  }

  String consumer() {
    return pact.getConsumer().getName();
  }

  String provider() {
    return pact.getProvider().getName();
  }

  /** What the contract's interaction of that name says against an answer. */
  List<String> mismatches(String name, ProviderResponse answer) {
    HttpResponse response =
        new HttpResponse(
            answer.status(),
            Map.of("Content-Type", List.of(answer.contentType())),
            answer.body().isEmpty()
                ? OptionalBody.empty()
                : OptionalBody.body(answer.body(), new ContentType(answer.contentType())));
    return ResponseMatching.responseMismatches(pact, interaction(name), response).stream()
        .map(mismatch -> mismatch.description())
        .toList();
  }

  /** The members that the contract's interaction of that name names. */
  Set<String> matchedPaths(String name) {
    return interaction(name)
        .getResponse()
        .getMatchingRules()
        .rulesForCategory("body")
        .getMatchingRules()
        .keySet()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private SynchronousHttp interaction(String name) {
    return pact.getInteractions().stream()
        .filter(it -> name.equals(it.getDescription()))
        .map(SynchronousHttp.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No interaction '" + name + "'"));
  }
}
