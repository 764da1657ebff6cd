package io.github.videotasks.spec.finding;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects findings in a sorted set: equal ones count once, in whatever order they are added. */
public final class Findings {
  private final TreeSet<Finding> all = new TreeSet<>();
  private int errors;

  /** Creates an empty set. */
  public Findings() {}

  /**
   * Adds a finding; an equal one counts once.
   *
   * @param finding the finding
   */
  public void add(Finding finding) {
    if (all.add(finding) && finding.severity() == Severity.ERROR) {
      errors++;
    }
  }

  /**
   * Adds findings; equal ones count once.
   *
   * @param findings the findings
   */
  public void addAll(Collection<Finding> findings) {
    findings.forEach(this::add);
  }

  /** {@return the number of findings with severity {@link Severity#ERROR}} */
  public int errorCount() {
    return errors;
  }

  /** {@return all findings, sorted by file, line and rule} */
  public List<Finding> sorted() {
    return List.copyOf(all);
  }

  /** {@return the findings with severity {@link Severity#ERROR}, sorted} */
  public List<Finding> errors() {
    return all.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }
}
