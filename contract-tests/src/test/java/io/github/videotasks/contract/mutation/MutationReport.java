package io.github.videotasks.contract.mutation;

import io.github.videotasks.contract.report.Judgement;
import io.github.videotasks.contract.report.Judges;
import io.github.videotasks.contract.report.Opinion;
import io.github.videotasks.contract.report.PactMutation;
import io.github.videotasks.contract.report.Tone;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The mutation run as the report has it: figures for each contract, a verdict for each cell. */
record MutationReport(List<Mutant> mutants, KnownSurvivors known) {

  List<PactMutation> figures() {
    return grouped(mutants, Mutant::pact).values().stream().map(this::figures).toList();
  }

  List<Opinion> opinions() {
    return grouped(mutants, it -> it.pact() + it.interaction()).values().stream()
        .map(this::opinion)
        .toList();
  }

  private PactMutation figures(List<Mutant> ofPact) {
    Mutant first = ofPact.get(0);
    return new PactMutation(
        first.consumer(),
        first.provider(),
        ofPact.size(),
        count(ofPact, it -> it.inside() && it.killed()),
        grouped(ofPact.stream().filter(Mutant::survives).toList(), Mutant::name).entrySet().stream()
            .map(
                it ->
                    new PactMutation.Survivor(
                        it.getKey(),
                        it.getValue().size(),
                        known.reasonOf(it.getKey()).orElse("not agreed")))
            .toList(),
        count(ofPact, it -> !it.inside()),
        count(ofPact, Mutant::killedOutside));
  }

  private Opinion opinion(List<Mutant> ofCell) {
    Mutant first = ofCell.get(0);
    int inside = count(ofCell, Mutant::inside);
    int killed = count(ofCell, it -> it.inside() && it.killed());
    boolean bad =
        !known.unlisted(ofCell).isEmpty() || ofCell.stream().anyMatch(Mutant::killedOutside);
    Tone tone = bad ? Tone.BAD : killed < inside ? Tone.AGREED : Tone.GOOD;
    return new Opinion(
        first.provider(),
        first.interaction(),
        first.consumer(),
        new Judgement(
            Judges.MUTATION,
            tone,
            "%d of %d killed".formatted(killed, inside),
            ofCell.stream()
                .filter(Mutant::survives)
                .map(it -> it.name() + " — " + known.reasonOf(it.name()).orElse("not agreed"))
                .distinct()
                .toList()));
  }

  private static int count(Collection<Mutant> mutants, Predicate<Mutant> predicate) {
    return Math.toIntExact(mutants.stream().filter(predicate).count());
  }

  private static Map<String, List<Mutant>> grouped(
      Collection<Mutant> mutants, Function<Mutant, String> key) {
    return mutants.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }
}
