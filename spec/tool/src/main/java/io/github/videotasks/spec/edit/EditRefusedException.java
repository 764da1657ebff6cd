package io.github.videotasks.spec.edit;

import io.github.videotasks.spec.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when no correction yields an edited contract; each finding names a line of it. */
public final class EditRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  EditRefusedException(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** {@return the reasons, in the order of the lines} */
  public List<Finding> findings() {
    return findings;
  }
}
