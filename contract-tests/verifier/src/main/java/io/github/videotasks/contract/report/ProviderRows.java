package io.github.videotasks.contract.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of one provider in the matrix.
 *
 * @param id the provider's id
 * @param page its page, for example {@code pages/chainhub-grok.md}; empty when not known
 * @param rows one row for each provider state
 */
// Written from the rows, and computed again from them.
@JsonIgnoreProperties(value = "source", allowGetters = true)
public record ProviderRows(String id, String page, List<MatrixRow> rows) {

  /**
   * Copies the list.
   *
   * @param id the provider's id
   * @param page its page, for example {@code pages/chainhub-grok.md}
   * @param rows one row for each provider state
   */
  public ProviderRows {
    rows = List.copyOf(rows);
  }

  /**
   * {@return where the responses came from, such as {@code replay}; empty when Pact's verifier did
   * not run}
   */
  @JsonProperty("source")
  public String sourceText() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.results().stream())
        .map(CheckResult::check)
        .filter(check -> check.startsWith(Checks.PACT + " on "))
        .map(check -> check.substring(Checks.PACT.length() + " on ".length()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** {@return the cells of the first row, for the names of the clients in the table header} */
  public List<MatrixCell> heading() {
    return rows.isEmpty() ? List.of() : rows.get(0).cells();
  }
}
