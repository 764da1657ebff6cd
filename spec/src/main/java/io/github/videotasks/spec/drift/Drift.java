package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.Derived;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.FilesDiff;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells in what a fresh derivation differs from the committed files. */
public final class Drift {
  private final OutputFolder committed;

  public Drift(OutputFolder committed) {
    this.committed = committed;
  }

  /** Gives the changes: those of the contract one by one, of other files by name. */
  public List<Change> changes(Derived derived) throws IOException {
    Map<String, byte[]> before = new TreeMap<>();
    for (String name : committed.files()) {
      byte[] content = committed.read(name);
      if (content != null) {
        before.put(name, content);
      }
    }
    return FilesDiff.between(before, derived.files());
  }
}
