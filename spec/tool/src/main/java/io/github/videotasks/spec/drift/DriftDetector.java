package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import io.github.videotasks.spec.diff.Impact;
import io.github.videotasks.spec.output.OutputFolder;
import java.io.IOException;
import java.util.List;

/** Compares a new derivation with the committed files. */
public final class DriftDetector {
  private final OutputFolder committed;

  /**
   * Compares with committed files.
   *
   * @param committed the folder {@code canonical/}
   */
  public DriftDetector(OutputFolder committed) {
    this.committed = committed;
  }

  /**
   * Returns the changes since the committed files, the worst first.
   *
   * @param derived the new derivation
   * @return each change of the contract, and one change for each other file that differs
   * @throws IOException when a committed file cannot be read
   */
  public List<Change> detect(DerivationResult derived) throws IOException {
    List<Change> changes = DerivedFilesDiff.between(committed.read(), derived.files());
    return changes.isEmpty() && !committed.lists(derived.files())
        ? List.of(new Change(Impact.NONE, "derived-files.sha256", "changed", "", ""))
        : changes;
  }
}
