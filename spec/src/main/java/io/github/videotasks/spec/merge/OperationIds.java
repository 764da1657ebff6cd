package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives each operation an id that no other has: the first page's own when it can be a method's name
 * and is not taken, else one derived from method and path.
 */
final class OperationIds {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final Map<MergedOperation, String> ids = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  OperationIds(List<MergedOperation> operations, Findings out) {
    operations.forEach(operation -> ids.put(operation, choose(operation, out)));
  }

  String of(MergedOperation operation) {
    return ids.getOrDefault(operation, operation.derivedId());
  }

  private String choose(MergedOperation operation, Findings out) {
    for (SourceOperation source : operation.sources()) {
      String own = source.found().node().path("operationId").asText();
      if (NAME.matcher(own).matches()) {
        if (taken.add(own.toLowerCase(Locale.ROOT))) {
          return own;
        }
        out.add(
            source
                .document()
                .warning(
                    "duplicate-operation-id",
                    source.document().place(source.found().node(), "operationId"),
                    "the operationId " + own + " also names another operation",
                    "Derived another from method and path"));
      }
    }
    String derived = operation.derivedId();
    for (int n = 2; !taken.add(derived.toLowerCase(Locale.ROOT)); n++) {
      derived = operation.derivedId() + n;
    }
    return derived;
  }
}
