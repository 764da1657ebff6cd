package io.github.videotasks.contract.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Data of the contract report. The component names are the property names in {@code index.json}.
 *
 * @param head what the report is about
 * @param providers the matrix: provider, state, client
 * @param mutation mutation scores by contract; empty when the mutation check did not run
 * @param fields usage of every field; empty when the consumer tests did not run
 * @param coverage of operations, examples and statuses; empty when not counted
 */
// Written by ReportJson, computed again from the rest.
@JsonIgnoreProperties({"$schema", "version", "headline", "broken"})
public record Report(
    ReportHead head,
    List<ProviderRows> providers,
    List<MutationScore> mutation,
    List<FieldUsage> fields,
    List<Coverage> coverage) {

  private static final int MAX_UNFOLDED = 5;

  /**
   * Copies the lists.
   *
   * @param head what the report is about
   * @param providers the matrix: provider, state, client
   * @param mutation mutation scores by contract
   * @param fields usage of every field
   * @param coverage of operations, examples and statuses
   */
  public Report {
    providers = List.copyOf(providers);
    mutation = List.copyOf(mutation);
    fields = List.copyOf(fields);
    coverage = List.copyOf(coverage);
  }

  /**
   * Number of cells with one result, for the top of the report.
   *
   * @param count the number as text
   * @param label the result, such as {@code verified}
   * @param tone selects the colour
   */
  public record Tile(String count, String label, CheckStatus tone) {}

  /** {@return a tile for each result of a cell, ordered by status} */
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

  /** {@return what broke, in the order of the matrix} */
  public List<BrokenContract> broken() {
    return BrokenContracts.of(providers);
  }

  /** {@return whether so little broke that all of it can be shown at once} */
  public boolean brief() {
    return broken().size() <= MAX_UNFOLDED;
  }

  /** {@return one sentence that says what the report proves} */
  public String headline() {
    List<MatrixCell> cells =
        providers.stream()
            .flatMap(provider -> provider.rows().stream())
            .flatMap(row -> row.cells().stream())
            .toList();
    long broken = cells.stream().filter(it -> it.summary().tone() == CheckStatus.BAD).count();
    List<MatrixCell> tried =
        cells.stream().filter(it -> it.summary().tone() != CheckStatus.ABSENT).toList();
    if (broken > 0) {
      return "%d of %d contracts are broken, or their host is unreachable."
          .formatted(broken, cells.size());
    }
    return untried()
        ? "Nothing was tried."
        : "No check failed. %d of %d contracts were tried.".formatted(tried.size(), cells.size());
  }

  /** {@return whether no response was compared with a contract} */
  public boolean untried() {
    return tiles().stream().allMatch(tile -> tile.tone() == CheckStatus.ABSENT);
  }

  /** {@return the bars of the chart of results} */
  public List<OutcomeBar> bars() {
    return providers.stream().map(OutcomeBar::of).toList();
  }

  /** {@return the bars of the chart of mutants} */
  public List<MutantBar> mutantBars() {
    return mutation.stream().map(MutantBar::of).toList();
  }

  /** {@return where the responses came from} */
  public List<ResponseSource> sources() {
    return ResponseSource.of(providers);
  }

  /** {@return whether a check failed} */
  public boolean bad() {
    return tiles().stream().anyMatch(tile -> tile.tone() == CheckStatus.BAD);
  }

  /** {@return the distinct states of all providers, in the order of the rows} */
  public List<String> states() {
    return providers.stream()
        .flatMap(provider -> provider.rows().stream())
        .map(MatrixRow::state)
        .distinct()
        .toList();
  }

  /** {@return the overview of the matrix} */
  public Overview overview() {
    return Overview.of(this);
  }

  /** {@return whether the report contains mutation scores} */
  public boolean mutated() {
    return !mutation.isEmpty();
  }

  /** {@return whether the report contains the table of fields} */
  public boolean ledger() {
    return !fields.isEmpty();
  }

  /** {@return whether the report contains coverage} */
  public boolean counted() {
    return !coverage.isEmpty();
  }

  /** {@return the sum of all mutation scores, for the last row of the table} */
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

  /** {@return the survivors of all contracts, summed by name} */
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
