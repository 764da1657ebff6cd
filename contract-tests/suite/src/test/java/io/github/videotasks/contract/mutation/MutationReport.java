package io.github.videotasks.contract.mutation;

import io.github.videotasks.contract.report.CheckResult;
import io.github.videotasks.contract.report.CheckStatus;
import io.github.videotasks.contract.report.Checks;
import io.github.videotasks.contract.report.InteractionCheckResult;
import io.github.videotasks.contract.report.MutationScore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The mutation run as the report has it: figures for each contract, a verdict for each cell. */
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
                    new MutationScore.Survivor(
                        it.getKey(),
                        it.getValue().size(),
                        known.reasonOf(it.getKey()).orElse("not agreed")))
            .toList(),
        count(ofPact, it -> !it.covered()),
        count(ofPact, Mutant::killedUncovered));
  }

  private InteractionCheckResult result(List<Mutant> ofCell) {
    Mutant first = ofCell.get(0);
    int inside = count(ofCell, Mutant::covered);
    int killed = count(ofCell, it -> it.covered() && it.killed());
    boolean bad =
        !known.unknown(ofCell).isEmpty() || ofCell.stream().anyMatch(Mutant::killedUncovered);
    CheckStatus tone =
        bad ? CheckStatus.BAD : killed < inside ? CheckStatus.AGREED : CheckStatus.GOOD;
    return new InteractionCheckResult(
        first.provider(),
        first.interaction(),
        first.consumer(),
        new CheckResult(
            Checks.MUTATION,
            tone,
            "%d of %d killed".formatted(killed, inside),
            ofCell.stream()
                .filter(Mutant::survived)
                .map(it -> it.name() + " — " + known.reasonOf(it.name()).orElse("not agreed"))
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
