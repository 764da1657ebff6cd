package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports equal examples on two pages: they count as evidence once. */
public final class DuplicateExamples {
  private DuplicateExamples() {}

  /**
   * Reports every example that equals an earlier one.
   *
   * @param examples all examples, in the order of pages and lines
   * @param out receives a finding for each repetition
   */
  public static void report(List<Example> examples, Findings out) {
    Map<String, Example> first = new HashMap<>();
    for (Example example : examples) {
      Example equal = first.putIfAbsent(example.fingerprint(), example);
      // The example of a shared schema is one example, however many operations use the schema.
      if (equal != null && !equal.location().equals(example.location())) {
        out.add(
            new Finding(
                "equal-examples",
                Severity.WARNING,
                example.location(),
                "example "
                    + example.id()
                    + " equals example "
                    + equal.id()
                    + " "
                    + equal.location().citedAt(example.location()),
                "Kept both; as evidence they count once"));
      }
    }
  }
}
