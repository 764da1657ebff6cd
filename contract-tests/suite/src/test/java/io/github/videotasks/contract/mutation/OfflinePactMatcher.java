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

/** Matches responses against one pact without a network, hundreds of responses per second. */
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

  /**
   * Returns the mismatches of a response with the interaction of that name; empty when it matches.
   */
  List<String> mismatches(String name, ProviderResponse response) {
    HttpResponse pactResponse =
        new HttpResponse(
            response.status(),
            Map.of("Content-Type", List.of(response.contentType())),
            response.body().isEmpty()
                ? OptionalBody.empty()
                : OptionalBody.body(response.body(), new ContentType(response.contentType())));
    return ResponseMatching.responseMismatches(pact, interaction(name), pactResponse).stream()
        .map(mismatch -> mismatch.description())
        .toList();
  }

  /** Returns the paths of the body fields that have a matcher in the interaction of that name. */
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
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected an interaction '" + name + "' in the pact, found none"));
  }
}
