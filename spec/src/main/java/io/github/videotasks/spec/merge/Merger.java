package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.Examples;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.rule.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Unites the documents: the same path and method on several pages is one operation. */
public final class Merger {
  private final Map<String, MergedOperation> operations = new LinkedHashMap<>();
  private final Examples examples = new Examples();
  private final Findings out;

  public Merger(Findings out) {
    this.out = out;
  }

  /** Gives every example that was kept, in order. */
  public List<Example> examples() {
    return examples.all();
  }

  /** Gives one operation for each path and method, in the order in which the pages bring them. */
  public List<MergedOperation> merge(List<SpecDocument> documents) {
    PathTemplates paths = new PathTemplates(documents);
    for (SpecDocument document : documents) {
      for (Operations.Found found : Operations.of(document)) {
        try {
          add(document, found, paths);
        } catch (RefusedException e) {
          out.add(refused(e.finding(), found));
        }
      }
    }
    return List.copyOf(operations.values());
  }

  /** Who reads the line must see which operation is lost, not only why. */
  private static Finding refused(Finding why, Operations.Found found) {
    String operation = found.method() + " " + Texts.shown(found.path());
    return new Finding(
        why.rule(),
        why.severity(),
        why.place(),
        why.message() + "; " + operation + " is refused",
        why.action());
  }

  private void add(SpecDocument document, Operations.Found found, PathTemplates paths) {
    // Read through before anything is added: an operation that is refused leaves nothing behind.
    ContentUnion content = new ContentUnion(document, found, examples, out);
    String path = paths.agreed(document, found, out);
    MergedOperation merged =
        operations.computeIfAbsent(
            found.method() + " " + path, k -> new MergedOperation(found.method(), path));
    new ParameterUnion(merged, out).add(document, found, paths.renamed(found.path()));
    merged
        .sources()
        .add(
            new SourceOperation(
                document, found, content.addBody(merged), content.addAnswers(merged)));
  }
}
