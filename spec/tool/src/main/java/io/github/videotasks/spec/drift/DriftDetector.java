package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares a new derivation with the committed files. */
public final class DriftDetector {
  private final OutputFolder committed;

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
    Map<String, byte[]> before = new TreeMap<>();
    for (String name : committed.files()) {
      byte[] content = committed.read(name);
      if (content != null) {
        before.put(name, content);
      }
    }
    return DerivedFilesDiff.between(before, derived.files());
  }
}
