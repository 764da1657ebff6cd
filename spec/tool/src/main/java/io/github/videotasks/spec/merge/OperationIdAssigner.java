package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.rule.Operations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Assigns a unique operationId to each operation: the first one of its pages that is a valid method
 * name and not yet taken, otherwise one derived from method and path.
 */
final class OperationIdAssigner {
  private final Map<MergedOperation, String> ids = new HashMap<>();
  private final Set<String> assigned = new HashSet<>();

  /** The last number that was appended to each derived id. */
  private final Map<String, Integer> suffixes = new HashMap<>();

  OperationIdAssigner(List<MergedOperation> operations, Findings out) {
    operations.forEach(operation -> ids.put(operation, assign(operation, out)));
  }

  String of(MergedOperation operation) {
    return ids.getOrDefault(operation, operation.derivedId());
  }

  private String assign(MergedOperation operation, Findings out) {
    for (SourceOperation source : operation.sources()) {
      String own = source.declaration().node().path("operationId").asText();
      if (Operations.isMethodName(own)) {
        if (assigned.add(own.toLowerCase(Locale.ROOT))) {
          return own;
        }
        out.add(
            source
                .document()
                .warning(
                    "duplicate-operation-id",
                    source.document().location(source.declaration().node(), "operationId"),
                    "expected a unique operationId, found " + own + " in another operation too",
                    "Derived another from method and path"));
      }
    }
    String derived = operation.derivedId();
    String id = derived;
    while (!assigned.add(id.toLowerCase(Locale.ROOT))) {
      id = derived + suffixes.merge(derived, 2, (last, first) -> last + 1);
    }
    return id;
  }
}
