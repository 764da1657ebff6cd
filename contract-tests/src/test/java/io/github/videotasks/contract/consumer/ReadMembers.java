package io.github.videotasks.contract.consumer;

import static io.github.videotasks.contract.mutation.Mutation.CHANGED_TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.mutation.Mutation;
import io.github.videotasks.contract.mutation.Node;
import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.Situation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client reads of an answer, found by trying: a member is read when leaving it out, nulling,
 * re-typing or changing it changes what the client's typed API tells.
 *
 * @param members as contracts name them, in document order; only members that the example shows
 *     with a value
 * @param branching those among them, all texts, where another word makes the client tell something
 *     else than that word
 */
record ReadMembers(Set<String> members, Set<String> branching) {

  /** Nothing of an answer is read. */
  static final ReadMembers NONE = new ReadMembers(Set.of(), Set.of());

  private static final List<Mutation> TRIALS =
      List.of(Mutation.DROP, Mutation.NULL, Mutation.RETYPE, Mutation.CHANGE);

  /** Tries every member of an answer on a client. */
  static ReadMembers of(ContractedClient client, Situation row, CannedProvider provider) {
    JsonNode example = Json.read(row.answer().body());
    Trial trial = new Trial(client, row, provider);
    TypedView whole = trial.of(example);
    Set<String> members = new LinkedHashSet<>();
    Set<String> branching = new LinkedHashSet<>();
    for (Node node : Node.allOf(example)) {
      if (node.hasValue()
          && TRIALS.stream().anyMatch(way -> !trial.of(way, example, node).equals(whole))) {
        members.add(node.member());
        if (node.value().isTextual() && !echoes(whole, trial.of(Mutation.CHANGE, example, node))) {
          branching.add(node.member());
        }
      }
    }
    return new ReadMembers(members, branching);
  }

  private static boolean echoes(TypedView whole, TypedView changed) {
    return whole.differencesIn(changed).stream().allMatch(CHANGED_TEXT::equals);
  }

  private record Trial(ContractedClient client, Situation row, CannedProvider provider) {

    TypedView of(Mutation way, JsonNode example, Node node) {
      Optional<JsonNode> mutant = way.apply(example, node.pointer());
      return of(mutant.orElse(example));
    }

    TypedView of(JsonNode body) {
      Answer answer = Answer.json(row.answer().status(), body.toString());
      return client.ask(
          provider.answering(answer), row.operation().operationId(), row.taskId(), true);
    }
  }
}
