package io.github.videotasks.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.consumer.Json;
import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.Situation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every mutant of one provider state's answer, judged by one contract. */
final class Mutants {

  private static final Set<Mutation> WAYS = EnumSet.complementOf(EnumSet.of(Mutation.CHANGE));

  private final Judge judge;

  Mutants(Path pactFile) {
    this.judge = new Judge(pactFile);
  }

  /** Breaks every node in every way, and the status and the content type. */
  List<Mutant> of(Situation row) {
    JsonNode example = Json.read(row.answer().body());
    Set<String> named = judge.members(row.interaction());
    List<Mutant> mutants = new ArrayList<>();
    for (Node node : Node.allOf(example)) {
      boolean inside = named.stream().anyMatch(member -> isAtOrBelow(member, node.member()));
      for (Mutation way : WAYS) {
        Optional<JsonNode> body = way.apply(example, node.pointer());
        body.map(
                broken ->
                    judged(
                        row,
                        way.name(),
                        node.member(),
                        inside,
                        Answer.json(200, broken.toString())))
            .ifPresent(mutants::add);
      }
    }
    Answer good = row.answer();
    mutants.add(judged(row, "STATUS", "$", true, new Answer(500, good.contentType(), good.body())));
    mutants.add(
        judged(
            row, "CONTENT_TYPE", "$", true, new Answer(good.status(), "text/html", good.body())));
    mutants.add(
        judged(row, "NO_BODY", "$", true, new Answer(good.status(), good.contentType(), "")));
    return mutants;
  }

  private Mutant judged(
      Situation row, String change, String member, boolean inside, Answer answer) {
    return new Mutant(
        judge.consumer(),
        judge.provider(),
        row.interaction(),
        change,
        member,
        inside,
        judge.complaints(row.interaction(), answer));
  }

  private static boolean isAtOrBelow(String named, String member) {
    return named.equals(member)
        || (named.startsWith(member) && ".[".indexOf(named.charAt(member.length())) >= 0);
  }
}
