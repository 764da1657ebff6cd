package io.github.videotasks.contract.report;

import java.util.List;

/**
 * A provider's part of the matrix.
 *
 * @param id the provider's id
 * @param page its page, for example {@code pages/chainhub-grok.md}; empty when not known
 * @param rows one for each provider state
 */
public record ProviderRows(String id, String page, List<MatrixRow> rows) {

  public ProviderRows {
    rows = List.copyOf(rows);
  }

  /** The clients, as the first row has them. */
  public List<MatrixCell> heading() {
    return rows.isEmpty() ? List.of() : rows.get(0).cells();
  }
}
