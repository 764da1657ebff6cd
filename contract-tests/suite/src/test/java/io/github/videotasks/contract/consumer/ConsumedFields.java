package io.github.videotasks.contract.consumer;

import static io.github.videotasks.contract.mutation.JsonMutation.CHANGED_TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.mutation.JsonMutation;
import io.github.videotasks.contract.mutation.JsonPathNode;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client reads of an answer, found by trying: a member is read when leaving it out, nulling,
 * re-typing or changing it changes what the client's typed API tells.
 *
 * @param fieldPaths as contracts name them, in document order; only members that the example shows
 *     with a value
 * @param branchingPaths those among them, all texts, where another word makes the client tell
 *     something else than that word
 */
record ConsumedFields(Set<String> fieldPaths, Set<String> branchingPaths) {

  /** Nothing of an answer is read. */
  static final ConsumedFields NONE = new ConsumedFields(Set.of(), Set.of());

  private static final List<JsonMutation> PROBE_MUTATIONS =
      List.of(JsonMutation.DROP, JsonMutation.NULL, JsonMutation.RETYPE, JsonMutation.CHANGE);

  /** Tries every member of an answer on a client. */
  static ConsumedFields probe(
      ConsumerClient client, ContractCase row, StubProviderServer provider) {
    JsonNode example = ExactJson.read(row.response().body());
    FieldProbe trial = new FieldProbe(client, row, provider);
    AccessorValues whole = trial.valuesFor(example);
    Set<String> members = new LinkedHashSet<>();
    Set<String> branching = new LinkedHashSet<>();
    for (JsonPathNode node : JsonPathNode.descendants(example)) {
      if (node.hasValue()
          && PROBE_MUTATIONS.stream()
              .anyMatch(way -> !trial.valuesFor(way, example, node).equals(whole))) {
        members.add(node.path());
        if (node.value().isTextual()
            && !onlyEchoesValue(whole, trial.valuesFor(JsonMutation.CHANGE, example, node))) {
          branching.add(node.path());
        }
      }
    }
    return new ConsumedFields(members, branching);
  }

  private static boolean onlyEchoesValue(AccessorValues whole, AccessorValues changed) {
    return whole.changedValues(changed).stream().allMatch(CHANGED_TEXT::equals);
  }

  private record FieldProbe(
      ConsumerClient client, ContractCase contractCase, StubProviderServer provider) {

    AccessorValues valuesFor(JsonMutation way, JsonNode example, JsonPathNode node) {
      Optional<JsonNode> mutant = way.apply(example, node.pointer());
      return valuesFor(mutant.orElse(example));
    }

    AccessorValues valuesFor(JsonNode body) {
      ProviderResponse answer =
          ProviderResponse.json(contractCase.response().status(), body.toString());
      return client.fetchTask(
          provider.respondWith(answer),
          contractCase.operation().operationId(),
          contractCase.taskId(),
          true);
    }
  }
}
