package io.github.videotasks.contract.mutation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Text table of the killed and surviving mutants of each contract, and the survivors by name. */
record MutationTable(List<Mutant> mutants) {

  String text() {
    Map<String, List<Mutant>> byPact =
        mutants.stream()
            .collect(Collectors.groupingBy(Mutant::pact, TreeMap::new, Collectors.toList()));
    String rows =
        byPact.entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    return "%-52s %8s %8s %9s %15s%n"
            .formatted("contract", "mutants", "killed", "survived", "killed outside")
        + rows
        + row("all", mutants)
        + survivors();
  }

  private static String row(String name, List<Mutant> mutants) {
    List<Mutant> covered = mutants.stream().filter(Mutant::covered).toList();
    long killed = covered.stream().filter(Mutant::killed).count();
    long killedOutside = mutants.stream().filter(Mutant::killedUncovered).count();
    return "%-52s %8d %8d %9d %15s%n"
        .formatted(
            name,
            mutants.size(),
            killed,
            covered.size() - killed,
            killedOutside + " of " + (mutants.size() - covered.size()));
  }

  private String survivors() {
    return mutants.stream()
        .filter(Mutant::survived)
        .collect(Collectors.groupingBy(Mutant::name, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> "survives %d times: %s%n".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining());
  }
}
