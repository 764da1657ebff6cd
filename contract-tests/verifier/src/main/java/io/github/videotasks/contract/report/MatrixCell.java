package io.github.videotasks.contract.report;

import java.util.List;

/**
 * One client's contract for one provider state.
 *
 * @param consumer the client
 * @param judgements of every judge, in the same order in all cells; the first is Pact's verifier
 */
public record MatrixCell(String consumer, List<CheckResult> judgements) {

  public MatrixCell {
    judgements = List.copyOf(judgements);
  }

  /** The client without what all clients' names begin with. */
  public String client() {
    return consumer.replace("video-tasks-client-", "");
  }

  /** What Pact's verifier says: the word for the whole cell unless another judge disagrees. */
  public CheckResult summary() {
    return judgements.stream()
        .filter(judgement -> judgement.tone() == CheckStatus.BAD)
        .findFirst()
        .orElseGet(() -> judgements.get(0));
  }
}
