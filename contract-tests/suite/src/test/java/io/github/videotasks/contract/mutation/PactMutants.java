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

/** Every mutant of one provider state's answer, judged by one contract. */
final class PactMutants {

  private static final Set<JsonMutation> MUTATIONS =
      EnumSet.complementOf(EnumSet.of(JsonMutation.CHANGE));

  private final OfflinePactMatcher matcher;

  PactMutants(Path pactFile) {
    this.matcher = new OfflinePactMatcher(pactFile);
  }

  /** Breaks every node in every way, and the status and the content type. */
  List<Mutant> generate(ContractCase row) {
    JsonNode example = ExactJson.read(row.response().body());
    Set<String> named = matcher.matchedPaths(row.interaction());
    List<Mutant> mutants = new ArrayList<>();
    for (JsonPathNode node : JsonPathNode.descendants(example)) {
      boolean inside = named.stream().anyMatch(member -> isAtOrBelow(member, node.path()));
      for (JsonMutation way : MUTATIONS) {
        Optional<JsonNode> body = way.apply(example, node.pointer());
        body.map(
                broken ->
                    evaluate(
                        row,
                        way.name(),
                        node.path(),
                        inside,
                        ProviderResponse.json(200, broken.toString())))
            .ifPresent(mutants::add);
      }
    }
    ProviderResponse good = row.response();
    mutants.add(
        evaluate(
            row, "STATUS", "$", true, new ProviderResponse(500, good.contentType(), good.body())));
    mutants.add(
        evaluate(
            row,
            "CONTENT_TYPE",
            "$",
            true,
            new ProviderResponse(good.status(), "text/html", good.body())));
    mutants.add(
        evaluate(
            row,
            "NO_BODY",
            "$",
            true,
            new ProviderResponse(good.status(), good.contentType(), "")));
    return mutants;
  }

  private Mutant evaluate(
      ContractCase row, String change, String member, boolean inside, ProviderResponse answer) {
    return new Mutant(
        matcher.consumer(),
        matcher.provider(),
        row.interaction(),
        change,
        member,
        inside,
        matcher.mismatches(row.interaction(), answer));
  }

  private static boolean isAtOrBelow(String named, String member) {
    return named.equals(member)
        || (named.startsWith(member) && ".[".indexOf(named.charAt(member.length())) >= 0);
  }
}
