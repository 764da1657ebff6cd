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
 * The fields that a client reads from a response, found by mutating the response. A field is read
 * when the client's typed API returns something else after the field is dropped, set to null,
 * changed in type or changed in value.
 *
 * @param fieldPaths paths of the fields in contracts, in document order; only fields that are not
 *     null in the example
 * @param branchingPaths those among them, all strings, whose value the client branches on: another
 *     value changes more than that value itself
 */
record ConsumedFields(Set<String> fieldPaths, Set<String> branchingPaths) {

  /** No field is read. */
  static final ConsumedFields NONE = new ConsumedFields(Set.of(), Set.of());

  private static final List<JsonMutation> PROBE_MUTATIONS =
      List.of(JsonMutation.DROP, JsonMutation.NULL, JsonMutation.RETYPE, JsonMutation.CHANGE);

  /** Mutates every field of a response and compares what the client reads. */
  static ConsumedFields probe(
      ConsumerClient client, ContractCase row, StubProviderServer provider) {
    JsonNode example = ExactJson.read(row.response().body());
    FieldProbe probe = new FieldProbe(client, row, provider);
    AccessorValues whole = probe.valuesFor(example);
    Set<String> paths = new LinkedHashSet<>();
    Set<String> branching = new LinkedHashSet<>();
    for (JsonPathNode node : JsonPathNode.descendants(example)) {
      if (node.hasValue()
          && PROBE_MUTATIONS.stream()
              .anyMatch(mutation -> !probe.valuesFor(mutation, example, node).equals(whole))) {
        paths.add(node.path());
        if (node.value().isTextual()
            && !onlyEchoesValue(whole, probe.valuesFor(JsonMutation.CHANGE, example, node))) {
          branching.add(node.path());
        }
      }
    }
    return new ConsumedFields(paths, branching);
  }

  private static boolean onlyEchoesValue(AccessorValues whole, AccessorValues changed) {
    return whole.changedValues(changed).stream().allMatch(CHANGED_TEXT::equals);
  }

  private record FieldProbe(
      ConsumerClient client, ContractCase contractCase, StubProviderServer provider) {

    AccessorValues valuesFor(JsonMutation mutation, JsonNode example, JsonPathNode node) {
      Optional<JsonNode> mutant = mutation.apply(example, node.pointer());
      return valuesFor(mutant.orElse(example));
    }

    AccessorValues valuesFor(JsonNode body) {
      ProviderResponse response =
          ProviderResponse.json(contractCase.response().status(), body.toString());
      return client.fetchTask(
          provider.respondWith(response),
          contractCase.operation().operationId(),
          contractCase.taskId(),
          true);
    }
  }
}
