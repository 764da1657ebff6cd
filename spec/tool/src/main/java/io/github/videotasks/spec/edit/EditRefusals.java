package io.github.videotasks.spec.edit;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.TreeSet;

/** Collects the lines of an edited contract that no correction can yield. */
final class EditRefusals {
  static final String RULE = "edit-refused";

  /** More of them rarely have another cause. */
  private static final int MAX_FINDINGS = 20;

  private final String file;
  private final TreeSet<Finding> findings = new TreeSet<>();

  EditRefusals(String file) {
    this.file = file;
  }

  /**
   * Adds a refused line.
   *
   * @param message what was expected and found
   * @param remedy what to do
   */
  void add(int line, String message, String remedy) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(
          new Finding(
              RULE, Severity.ERROR, new SourceLocation(file, Math.max(1, line)), message, remedy));
    }
  }

  boolean isFull() {
    return findings.size() >= MAX_FINDINGS;
  }

  /**
   * Ends a step.
   *
   * @throws EditRefusedException when a line was refused
   */
  void throwIfAny() {
    if (!findings.isEmpty()) {
      throw new EditRefusedException(findings.stream().toList());
    }
  }
}
