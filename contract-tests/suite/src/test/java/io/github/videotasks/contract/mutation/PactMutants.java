package io.github.videotasks.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.consumer.ExactJson;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ProviderResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Generates the mutants of a provider state's response and matches them against one contract. */
final class PactMutants {

  private static final Set<JsonMutation> MUTATIONS =
      EnumSet.complementOf(EnumSet.of(JsonMutation.CHANGE));

  private final OfflinePactMatcher matcher;

  PactMutants(Path pactFile) {
    this.matcher = new OfflinePactMatcher(pactFile);
  }

  /**
   * Applies every mutation to every node, and changes the status, the content type and the body.
   */
  List<Mutant> generate(ContractCase row) {
    JsonNode example = ExactJson.read(row.response().body());
    Set<String> named = matcher.matchedPaths(row.interaction());
    List<Mutant> mutants = new ArrayList<>();
    for (JsonPathNode node : JsonPathNode.descendants(example)) {
      boolean covered = named.stream().anyMatch(path -> isAtOrBelow(path, node.path()));
      for (JsonMutation mutation : MUTATIONS) {
        Optional<JsonNode> body = mutation.apply(example, node.pointer());
        body.map(
                mutated ->
                    evaluate(
                        row,
                        mutation.name(),
                        node.path(),
                        covered,
                        ProviderResponse.json(200, mutated.toString())))
            .ifPresent(mutants::add);
      }
    }
    ProviderResponse original = row.response();
    mutants.add(
        evaluate(
            row,
            "STATUS",
            "$",
            true,
            new ProviderResponse(500, original.contentType(), original.body())));
    mutants.add(
        evaluate(
            row,
            "CONTENT_TYPE",
            "$",
            true,
            new ProviderResponse(original.status(), "text/html", original.body())));
    mutants.add(
        evaluate(
            row,
            "NO_BODY",
            "$",
            true,
            new ProviderResponse(original.status(), original.contentType(), "")));
    return mutants;
  }

  private Mutant evaluate(
      ContractCase row, String mutation, String path, boolean covered, ProviderResponse response) {
    return new Mutant(
        matcher.consumer(),
        matcher.provider(),
        row.interaction(),
        mutation,
        path,
        covered,
        matcher.mismatches(row.interaction(), response));
  }

  private static boolean isAtOrBelow(String named, String path) {
    return named.equals(path)
        || (named.startsWith(path) && ".[".indexOf(named.charAt(path.length())) >= 0);
  }
}
