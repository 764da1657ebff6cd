package io.github.videotasks.contract.report;

import java.util.List;

/**
 * One client's contract for one provider state.
 *
 * @param consumer the client
 * @param judgements of every judge, in the same order in all cells; the first is Pact's verifier
 */
public record Cell(String consumer, List<Judgement> judgements) {

  public Cell {
    judgements = List.copyOf(judgements);
  }

  /** The client without what all clients' names begin with. */
  public String client() {
    return consumer.replace("video-tasks-client-", "");
  }

  /** What Pact's verifier says: the word for the whole cell unless another judge disagrees. */
  public Judgement summary() {
    return judgements.stream()
        .filter(judgement -> judgement.tone() == Tone.BAD)
        .findFirst()
        .orElseGet(() -> judgements.get(0));
  }
}
