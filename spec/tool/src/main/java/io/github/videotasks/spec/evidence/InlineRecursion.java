package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports schemas that contain themselves where the contract has no component: in parameters, and
 * in the forms of a field without a type.
 */
public final class InlineRecursion {
  private InlineRecursion() {}

  /**
   * Reports a value if it contains a schema that contains itself.
   *
   * @param name name of the value in messages
   * @param evidence the evidence of the field
   * @param out receives the findings
   */
  public static void report(String name, FieldEvidence evidence, Findings out) {
    DeclaredSchema recursive = find(evidence);
    if (recursive != null) {
      out.add(
          new Finding(
              "inline-recursion",
              Severity.WARNING,
              recursive.location(),
              "expected a schema that ends in " + name + ", found one that contains itself",
              "The inner objects are open"));
    }
  }

  private static @Nullable DeclaredSchema find(FieldEvidence evidence) {
    Set<FieldEvidence> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<FieldEvidence> open = new ArrayDeque<>();
    open.add(evidence.representative());
    while (!open.isEmpty()) {
      FieldEvidence next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (next.isRecursive() && !next.declarations().isEmpty()) {
        return next.declarations().get(0);
      }
      open.addAll(next.properties().values());
      FieldEvidence items = next.items();
      FieldEvidence values = next.mapValues();
      if (items != null) {
        open.add(items);
      }
      if (values != null) {
        open.add(values);
      }
    }
    return null;
  }
}
