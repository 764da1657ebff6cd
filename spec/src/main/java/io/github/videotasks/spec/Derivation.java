package io.github.videotasks.spec;

import io.github.videotasks.spec.correct.Correction;
import io.github.videotasks.spec.correct.CorrectionReader;
import io.github.videotasks.spec.correct.Corrector;
import io.github.videotasks.spec.evidence.EqualExamples;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.merge.Components;
import io.github.videotasks.spec.merge.ContractCheck;
import io.github.videotasks.spec.merge.Draft;
import io.github.videotasks.spec.merge.DraftWriter;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.Merger;
import io.github.videotasks.spec.merge.NamedShapes;
import io.github.videotasks.spec.merge.OwnSchemaCheck;
import io.github.videotasks.spec.merge.SameOperation;
import io.github.videotasks.spec.page.PageFolder;
import io.github.videotasks.spec.page.Providers;
import io.github.videotasks.spec.page.SpecDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * Derives the canonical contract: pages are read, repaired by rules, observed, united, corrected
 * and written, in this order. Nothing is written to disk here.
 */
public final class Derivation {
  private final Findings findings = new Findings();
  private final Sources sources;
  private final Progress progress;

  private Derivation(Sources sources, Progress progress) {
    this.sources = sources;
    this.progress = progress;
  }

  /**
   * Derives the contract.
   *
   * @return the derived files and the findings; when a document was refused the files hold all the
   *     others
   * @throws RefusedException when a correction cannot be applied
   * @throws IOException when a file cannot be read
   */
  public static Derived derive(Sources sources) throws IOException {
    return derive(sources, Progress.NONE);
  }

  /** Derives the contract as above and tells how far it has come. */
  public static Derived derive(Sources sources, Progress progress) throws IOException {
    try {
      return new Derivation(sources, progress).run();
    } finally {
      progress.end();
    }
  }

  private Derived run() throws IOException {
    Path providersFile = sources.providers();
    Providers providers = providersFile == null ? Providers.none() : Providers.read(providersFile);
    ReadingStep reading =
        new ReadingStep(new PageFolder(sources.pages()), providers).run(findings, progress);
    List<SpecDocument> documents = reading.kept();

    Merger merger = new Merger(findings);
    List<MergedOperation> operations = merger.merge(documents);
    EqualExamples.report(merger.examples(), findings);
    OwnSchemaCheck ownSchemas = new OwnSchemaCheck(findings);
    for (MergedOperation operation : operations) {
      SameOperation.report(operation, findings);
      operation.sources().forEach(s -> s.contents().forEach(ownSchemas::check));
    }

    DraftWriter writer = new DraftWriter(documents, operations, findings);
    List<Correction> corrections = corrections();
    Draft draft = united(writer, corrections);
    Corrector corrector = new Corrector(draft.root(), true);
    corrections.forEach(corrector::apply);
    List<Components.Field> fields = new Components(draft).extract();

    ContractCheck contractCheck = new ContractCheck(draft.root(), findings);
    for (int i = 0; i < operations.size(); i++) {
      contractCheck.check(operations.get(i));
      progress.at("checking operations", i + 1, operations.size());
    }
    SortedMap<String, byte[]> files =
        new Outputs(draft, operations, findings).write(merger.examples(), fields, corrector);
    return new Derived(
        files,
        findings.sorted(),
        Summaries.pages(reading.read(), merger.examples(), findings.sorted()),
        Summaries.operations(draft.root(), operations));
  }

  private List<Correction> corrections() throws IOException {
    Path folder = sources.corrections();
    return folder == null ? List.of() : new CorrectionReader().read(folder);
  }

  /** Writes drafts until all schemas that corrections give one name have become one shape. */
  private static Draft united(DraftWriter writer, List<Correction> corrections) {
    boolean again = !corrections.isEmpty();
    while (again) {
      Draft trial = writer.write();
      Corrector corrector = new Corrector(trial.root(), false);
      corrections.forEach(corrector::apply);
      again = NamedShapes.unite(trial);
    }
    return writer.write();
  }
}
