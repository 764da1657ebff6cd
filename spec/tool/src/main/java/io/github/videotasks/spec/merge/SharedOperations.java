package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.List;
import java.util.stream.Collectors;

/** Reports operations that are described in several documents. */
public final class SharedOperations {
  private SharedOperations() {}

  /**
   * Reports an operation once if several documents describe it.
   *
   * @param operation a merged operation
   * @param out receives the findings
   */
  public static void report(MergedOperation operation, Findings out) {
    List<SourceLocation> locations =
        operation.sources().stream().map(SourceOperation::location).distinct().toList();
    if (locations.size() > 1) {
      out.add(
          new Finding(
              "same-operation",
              Severity.INFO,
              locations.get(0),
              operation.method()
                  + " "
                  + operation.path()
                  + " is described "
                  + locations.size()
                  + " times: "
                  + locations.stream()
                      .map(location -> location.citedAt(locations.get(0)))
                      .collect(Collectors.joining(", ")),
              "Merged into one operation"));
    }
  }
}
