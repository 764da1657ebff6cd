package io.github.videotasks.contract.report;

import io.github.videotasks.contract.report.MutationScore.Survivor;
import io.github.videotasks.contract.report.OutcomeBar.BarPart;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bar of the chart of mutants: one contract, with the mutants of the fields that it names.
 *
 * @param provider the provider's id
 * @param client the client without the common prefix
 * @param percent the percentage of killed mutants, rounded down
 * @param parts killed mutants, survivors that are accepted, and other survivors, if there are any
 */
public record MutantBar(String provider, String client, int percent, List<BarPart> parts) {

  /**
   * Copies the list.
   *
   * @param provider the provider's id
   * @param client the client without the common prefix
   * @param percent the percentage of killed mutants, rounded down
   * @param parts killed mutants, survivors that are accepted, and other survivors, if there are any
   */
  public MutantBar {
    parts = List.copyOf(parts);
  }

  static MutantBar of(MutationScore score) {
    long open =
        score.survivors().stream().filter(it -> !it.accepted()).mapToInt(Survivor::count).sum();
    List<BarPart> parts =
        Stream.of(
                new BarPart(CheckStatus.GOOD, score.killed()),
                new BarPart(CheckStatus.AGREED, score.survived() - open),
                new BarPart(CheckStatus.BAD, open))
            .filter(part -> part.count() > 0)
            .toList();
    return new MutantBar(score.provider(), score.client(), score.percent(), parts);
  }
}
