package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.page.PageSourceUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Selects the new pages from which the contract can be derived together. A page that prevents it,
 * for example because a correction no longer matches, must not stop the others.
 */
final class CompatibleUpdates {
  private CompatibleUpdates() {}

  /**
   * Derives the contract.
   *
   * @param folder the spec folder
   * @param updates the new texts; those that prevent the derivation are removed
   * @param day the date on which they were fetched
   * @param problems receives why a page was removed
   * @return the update with the pages that are left
   */
  static ContractUpdate derive(
      Path folder, List<PageUpdate> updates, LocalDate day, Map<PageSourceUrl, Finding> problems)
      throws IOException {
    ContractUpdate all = ContractUpdate.of(folder, updates, day);
    if (all.rejection() == null) {
      return all;
    }
    all.close();
    List<PageUpdate> kept = new ArrayList<>();
    for (PageUpdate page : updates) {
      kept.add(page);
      try (ContractUpdate trial = ContractUpdate.of(folder, kept, day)) {
        if (trial.rejection() != null) {
          problems.put(page.source(), trial.rejection());
          kept.remove(page);
        }
      }
    }
    updates.retainAll(kept);
    return ContractUpdate.of(folder, updates, day);
  }
}
