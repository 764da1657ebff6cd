package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells in what a fresh derivation differs from the committed files. */
public final class DriftDetector {
  private final OutputFolder committed;

  public DriftDetector(OutputFolder committed) {
    this.committed = committed;
  }

  /** Gives the changes: those of the contract one by one, of other files by name. */
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
