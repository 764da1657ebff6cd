package io.github.videotasks.spec.finding;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects findings; equal ones count once, and the order of arrival does not matter. */
public final class Findings {
  private final TreeSet<Finding> all = new TreeSet<>();
  private int errors;

  public void add(Finding finding) {
    if (all.add(finding) && finding.severity() == Severity.ERROR) {
      errors++;
    }
  }

  public void addAll(Collection<Finding> findings) {
    findings.forEach(this::add);
  }

  /** Gives how many findings refused something. */
  public int errorCount() {
    return errors;
  }

  /** Gives every finding by file, line and rule. */
  public List<Finding> sorted() {
    return List.copyOf(all);
  }

  /** Gives the findings that refused something. */
  public List<Finding> errors() {
    return all.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }
}
