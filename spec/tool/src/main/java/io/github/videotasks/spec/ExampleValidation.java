package io.github.videotasks.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.merge.CanonicalExampleValidator;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.PageExampleValidator;
import io.github.videotasks.spec.merge.SourceContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Validates examples in parallel. Each part has its own findings; their order does not matter,
 * because {@link Findings} sorts them.
 */
final class ExampleValidation {
  private ExampleValidation() {}

  /** Validates each example against the schema of its page; one part for each document. */
  static void againstPages(List<MergedOperation> operations, Findings out) {
    IdentityHashMap<ObjectNode, List<SourceContent>> contents = new IdentityHashMap<>();
    operations.stream()
        .flatMap(operation -> operation.sources().stream())
        .flatMap(source -> source.contents().stream())
        .forEach(
            content ->
                contents
                    .computeIfAbsent(content.document().root(), root -> new ArrayList<>())
                    .add(content));
    run(
        contents.values(),
        out,
        (document, findings) -> document.forEach(new PageExampleValidator(findings)::validate));
  }

  /** Validates each kept example against the contract; one part for each operation. */
  static void againstContract(
      List<MergedOperation> operations,
      ObjectNode contract,
      Findings out,
      ProgressListener progress) {
    AtomicInteger done = new AtomicInteger();
    run(
        operations,
        out,
        (operation, findings) -> {
          new CanonicalExampleValidator(contract, findings).validate(operation);
          progress.onProgress("checking operations", done.incrementAndGet(), operations.size());
        });
  }

  private static <T> void run(
      Collection<T> parts, Findings out, BiConsumer<T, Findings> validation) {
    parts.parallelStream()
        .map(
            part -> {
              Findings own = new Findings();
              validation.accept(part, own);
              return own.sorted();
            })
        .forEachOrdered(out::addAll);
  }
}
