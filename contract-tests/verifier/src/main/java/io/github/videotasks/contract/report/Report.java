package io.github.videotasks.contract.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is known about the contracts.
 *
 * @param providers the matrix: provider, state, client
 * @param mutation by contract; empty when the run was left out
 * @param fields the ledger; empty when it was not kept
 * @param coverage of operations, examples and statuses; empty when not counted
 */
public record Report(
    List<ProviderRows> providers,
    List<MutationScore> mutation,
    List<FieldUsage> fields,
    List<Coverage> coverage) {

  public Report {
    providers = List.copyOf(providers);
    mutation = List.copyOf(mutation);
    fields = List.copyOf(fields);
    coverage = List.copyOf(coverage);
  }

  /** A count for the head of the report. */
  public record Tile(String count, String label, CheckStatus tone) {}

  /** One for each word that stands in some cell, the worst last. */
  public List<Tile> tiles() {
    Map<CheckStatus, Map<String, Long>> counts =
        providers.stream()
            .flatMap(provider -> provider.rows().stream())
            .flatMap(row -> row.cells().stream())
            .map(MatrixCell::summary)
            .collect(
                Collectors.groupingBy(
                    CheckResult::tone,
                    TreeMap::new,
                    Collectors.groupingBy(
                        CheckResult::verdict, TreeMap::new, Collectors.counting())));
    return counts.entrySet().stream()
        .flatMap(
            tone ->
                tone.getValue().entrySet().stream()
                    .map(it -> new Tile(it.getValue().toString(), it.getKey(), tone.getKey())))
        .toList();
  }

  /** Whether some judge disagrees. */
  public boolean bad() {
    return tiles().stream().anyMatch(tile -> tile.tone() == CheckStatus.BAD);
  }

  /** The states of all providers, each once, in the order of the rows. */
  public List<String> states() {
    return providers.stream()
        .flatMap(provider -> provider.rows().stream())
        .map(MatrixRow::state)
        .distinct()
        .toList();
  }

  /** The matrix on one screen. */
  public Overview overview() {
    return Overview.of(this);
  }

  /** Whether there is something to say of mutants. */
  public boolean mutated() {
    return !mutation.isEmpty();
  }

  /** Whether there is a ledger. */
  public boolean ledger() {
    return !fields.isEmpty();
  }

  /** Whether coverage was counted. */
  public boolean counted() {
    return !coverage.isEmpty();
  }

  /** All mutants together, for the table's last line. */
  public MutationScore total() {
    return new MutationScore(
        "all",
        "",
        sum(MutationScore::mutants),
        sum(MutationScore::killed),
        List.of(new MutationScore.Survivor("", sum(MutationScore::survived), "")),
        sum(MutationScore::outside),
        sum(MutationScore::killedOutside));
  }

  /** Survivors of all contracts by name. */
  public List<MutationScore.Survivor> survivors() {
    return mutation.stream()
        .flatMap(pact -> pact.survivors().stream())
        .collect(
            Collectors.toMap(
                MutationScore.Survivor::mutant,
                Function.identity(),
                (one, other) ->
                    new MutationScore.Survivor(
                        one.mutant(), one.count() + other.count(), one.reason()),
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private int sum(Function<MutationScore, Integer> figure) {
    return mutation.stream().mapToInt(figure::apply).sum();
  }
}
