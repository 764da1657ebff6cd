package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.ExampleCollector;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the documents of all pages: the same path and method on several pages is one operation.
 */
public final class Merger {
  private final Map<String, MergedOperation> operations = new LinkedHashMap<>();
  private final ExampleCollector examples = new ExampleCollector();
  private final List<SpecDocument> documents;
  private final BasePaths basePaths;
  private final ObservedEvidence observed;
  private final Findings out;

  /**
   * Creates a merger.
   *
   * @param documents the documents of all pages, in the order of the pages
   * @param observed recorded responses, which count as examples
   * @param out receives the findings
   */
  public Merger(List<SpecDocument> documents, ObservedEvidence observed, Findings out) {
    this.documents = documents;
    this.observed = observed;
    this.basePaths = new BasePaths(documents, out);
    this.out = out;
  }

  /** {@return all kept examples, in order} */
  public List<Example> examples() {
    return examples.all();
  }

  /**
   * {@return one operation for each path and method, in the order of the pages} An operation that
   * cannot be read is rejected with an error.
   */
  public List<MergedOperation> merge() {
    PathParameterNames paths = new PathParameterNames(documents, basePaths);
    for (SpecDocument document : documents) {
      for (Operations.DeclaredOperation found : basePaths.operations(document)) {
        try {
          add(document, found, paths);
        } catch (RejectedInputException e) {
          out.add(rejected(e.finding(), found));
        }
      }
    }
    observed.reportUnused(out);
    for (MergedOperation operation : operations.values()) {
      ParameterForms.reportConflicts(operation, out);
      UnitedOperation.report(operation, out);
    }
    return List.copyOf(operations.values());
  }

  /** {@return the servers of the contract and of its operations; call after {@link #merge}} */
  public ServerLists servers() {
    return new ServerLists(basePaths, documents, List.copyOf(operations.values()), out);
  }

  /** Adds the rejected operation to a finding, which by itself has only the reason. */
  private static Finding rejected(Finding reason, Operations.DeclaredOperation found) {
    String operation = found.method() + " " + MessageText.excerpt(found.path());
    return new Finding(
        reason.rule(),
        reason.severity(),
        reason.location(),
        reason.message() + "; " + operation + " is refused",
        reason.action());
  }

  private void add(
      SpecDocument document, Operations.DeclaredOperation found, PathParameterNames paths) {
    // Read everything before anything is added, so that a rejected operation leaves nothing behind.
    ContentMerger content = new ContentMerger(document, found, examples, out);
    String path = paths.unifiedPath(document, found, out);
    MergedOperation merged =
        operations.computeIfAbsent(
            found.method() + " " + path, k -> new MergedOperation(found.method(), path));
    new ParameterMerger(merged, out).add(document, found, paths.unifiedNames(found.path()));
    List<SourceContent> requests = content.addBody(merged);
    List<SourceContent> responses =
        observed.addTo(merged, document, content.addResponses(merged), examples, out);
    merged.sources().add(new SourceOperation(document, found, requests, responses));
  }
}
