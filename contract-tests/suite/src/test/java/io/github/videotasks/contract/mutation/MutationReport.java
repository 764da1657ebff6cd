package io.github.videotasks.contract.mutation;

import io.github.videotasks.contract.report.CheckResult;
import io.github.videotasks.contract.report.CheckStatus;
import io.github.videotasks.contract.report.Checks;
import io.github.videotasks.contract.report.InteractionCheckResult;
import io.github.videotasks.contract.report.MutationScore;
import io.github.videotasks.contract.report.MutationScore.Survivor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Converts mutants for the report: a score for each contract, a check result for each cell. */
record MutationReport(List<Mutant> mutants, KnownSurvivors known) {

  List<MutationScore> scores() {
    return groupBy(mutants, Mutant::pact).values().stream().map(this::scores).toList();
  }

  List<InteractionCheckResult> results() {
    return groupBy(mutants, it -> it.pact() + it.interaction()).values().stream()
        .map(this::result)
        .toList();
  }

  private MutationScore scores(List<Mutant> ofPact) {
    Mutant first = ofPact.get(0);
    return new MutationScore(
        first.consumer(),
        first.provider(),
        ofPact.size(),
        count(ofPact, it -> it.covered() && it.killed()),
        groupBy(ofPact.stream().filter(Mutant::survived).toList(), Mutant::name).entrySet().stream()
            .map(
                it ->
                    new Survivor(
                        it.getKey(),
                        it.getValue().size(),
                        known.reasonOf(it.getKey()).orElse(Survivor.NOT_ACCEPTED)))
            .toList(),
        count(ofPact, it -> !it.covered()),
        count(ofPact, Mutant::killedUncovered));
  }

  private InteractionCheckResult result(List<Mutant> ofCell) {
    Mutant first = ofCell.get(0);
    int covered = count(ofCell, Mutant::covered);
    int killed = count(ofCell, it -> it.covered() && it.killed());
    boolean failed =
        !known.unknown(ofCell).isEmpty() || ofCell.stream().anyMatch(Mutant::killedUncovered);
    CheckStatus status =
        failed ? CheckStatus.BAD : killed < covered ? CheckStatus.AGREED : CheckStatus.GOOD;
    return new InteractionCheckResult(
        first.provider(),
        first.interaction(),
        first.consumer(),
        new CheckResult(
            Checks.MUTATION,
            status,
            "%d of %d killed".formatted(killed, covered),
            ofCell.stream()
                .filter(Mutant::survived)
                .map(
                    it ->
                        it.name() + " — " + known.reasonOf(it.name()).orElse(Survivor.NOT_ACCEPTED))
                .distinct()
                .toList()));
  }

  private static int count(Collection<Mutant> mutants, Predicate<Mutant> predicate) {
    return Math.toIntExact(mutants.stream().filter(predicate).count());
  }

  private static Map<String, List<Mutant>> groupBy(
      Collection<Mutant> mutants, Function<Mutant, String> key) {
    return mutants.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }
}
