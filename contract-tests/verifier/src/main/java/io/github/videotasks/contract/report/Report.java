package io.github.videotasks.contract.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Data of the contract report. The component names are the property names in {@code index.json}.
 *
 * @param providers the matrix: provider, state, client
 * @param mutation mutation scores by contract; empty when the mutation check did not run
 * @param fields usage of every field; empty when the consumer tests did not run
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

  /** Number of cells with one result, for the top of the report. */
  public record Tile(String count, String label, CheckStatus tone) {}

  /** Returns a tile for each result of a cell, ordered by status. */
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
                        CheckResult::outcome, TreeMap::new, Collectors.counting())));
    return counts.entrySet().stream()
        .flatMap(
            tone ->
                tone.getValue().entrySet().stream()
                    .map(it -> new Tile(it.getValue().toString(), it.getKey(), tone.getKey())))
        .toList();
  }

  /** Returns whether a check failed. */
  public boolean bad() {
    return tiles().stream().anyMatch(tile -> tile.tone() == CheckStatus.BAD);
  }

  /** Returns the distinct states of all providers, in the order of the rows. */
  public List<String> states() {
    return providers.stream()
        .flatMap(provider -> provider.rows().stream())
        .map(MatrixRow::state)
        .distinct()
        .toList();
  }

  /** Returns the overview of the matrix. */
  public Overview overview() {
    return Overview.of(this);
  }

  /** Returns whether the report contains mutation scores. */
  public boolean mutated() {
    return !mutation.isEmpty();
  }

  /** Returns whether the report contains the table of fields. */
  public boolean ledger() {
    return !fields.isEmpty();
  }

  /** Returns whether the report contains coverage. */
  public boolean counted() {
    return !coverage.isEmpty();
  }

  /** Returns the sum of all mutation scores, for the last row of the table. */
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

  /** Returns the survivors of all contracts, summed by name. */
  public List<MutationScore.Survivor> survivors() {
    return mutation.stream()
        .flatMap(pact -> pact.survivors().stream())
        .collect(
            Collectors.toMap(
                MutationScore.Survivor::mutant,
                Function.identity(),
                (first, second) ->
                    new MutationScore.Survivor(
                        first.mutant(), first.count() + second.count(), first.reason()),
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private int sum(Function<MutationScore, Integer> value) {
    return mutation.stream().mapToInt(value::apply).sum();
  }
}
