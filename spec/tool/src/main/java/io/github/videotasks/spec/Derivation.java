package io.github.videotasks.spec;

import io.github.videotasks.spec.attention.AttentionTables;
import io.github.videotasks.spec.correct.Correction;
import io.github.videotasks.spec.correct.CorrectionReader;
import io.github.videotasks.spec.correct.Corrector;
import io.github.videotasks.spec.evidence.DuplicateExamples;
import io.github.videotasks.spec.evidence.ObservedFileReader;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.merge.ComponentExtractor;
import io.github.videotasks.spec.merge.ContractDraft;
import io.github.videotasks.spec.merge.ContractDraftWriter;
import io.github.videotasks.spec.merge.DeprecatedMarks;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.Merger;
import io.github.videotasks.spec.merge.NamedSchemaMerger;
import io.github.videotasks.spec.merge.ObservedEvidence;
import io.github.videotasks.spec.merge.SharedOperations;
import io.github.videotasks.spec.page.PageFolder;
import io.github.videotasks.spec.page.ProviderRegistry;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.waiting.WaitingFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Derives the canonical contract from the pages. The steps run in this order: read the pages,
 * repair them by rules, observe the examples, merge the operations, apply the corrections,
 * serialize. Nothing is written to disk here.
 */
public final class Derivation {
  private final Findings findings = new Findings();
  private final SourcePaths sources;
  private final ProgressListener progress;
  private final Consumer<RejectedInputException> rejections;

  private Derivation(
      SourcePaths sources, ProgressListener progress, Consumer<RejectedInputException> rejections) {
    this.sources = sources;
    this.progress = progress;
    this.rejections = rejections;
  }

  /**
   * Derives the contract without reporting progress.
   *
   * @param sources the files to read
   * @return the derived files and the findings; when a document was refused, the files contain all
   *     the others
   * @throws RejectedInputException when a correction cannot be applied
   * @throws IOException when a file cannot be read
   */
  public static DerivationResult derive(SourcePaths sources) throws IOException {
    return derive(sources, ProgressListener.NONE);
  }

  /**
   * Derives the contract and reports progress.
   *
   * @param sources the files to read
   * @param progress is notified after each page and each checked operation, and at the end
   * @return the derived files and the findings; when a document was refused, the files contain all
   *     the others
   * @throws RejectedInputException when a correction cannot be applied
   * @throws IOException when a file cannot be read
   */
  public static DerivationResult derive(SourcePaths sources, ProgressListener progress)
      throws IOException {
    try {
      return new Derivation(sources, progress, Derivation::reject).run();
    } finally {
      progress.onEnd();
    }
  }

  private static void reject(RejectedInputException rejection) {
    throw rejection;
  }

  /**
   * Derives the contract without the corrections that cannot be applied, so that the changes of the
   * pages can be shown beside them. Never write the result to {@code canonical/}.
   *
   * @param sources the files to read
   * @param rejections is notified of each action that was skipped
   * @return the derived files and the findings
   * @throws RejectedInputException when a correction cannot be read
   * @throws IOException when a file cannot be read
   */
  public static DerivationResult deriveSkipping(
      SourcePaths sources, Consumer<RejectedInputException> rejections) throws IOException {
    return new Derivation(sources, ProgressListener.NONE, rejections).run();
  }

  /**
   * {@return the corrected contract before its components are extracted: the document that a
   * further correction changes}
   *
   * @param sources the files to read
   * @throws RejectedInputException when a correction cannot be applied
   * @throws IOException when a file cannot be read
   */
  public static ContractDraft correctedDraft(SourcePaths sources) throws IOException {
    Derivation derivation = new Derivation(sources, ProgressListener.NONE, Derivation::reject);
    List<SpecDocument> documents = derivation.readPages(derivation.readProviders()).keptDocuments();
    Merger merger = new Merger(documents, derivation.readObserved(documents), derivation.findings);
    List<MergedOperation> operations = merger.merge();
    List<Correction> corrections = derivation.readCorrections();
    ContractDraft draft =
        writeUntilStable(
            new ContractDraftWriter(documents, operations, merger.servers(), derivation.findings),
            corrections);
    derivation.correct(draft, corrections);
    return draft;
  }

  private DerivationResult run() throws IOException {
    progress.onStep("reading");
    ProviderRegistry providers = readProviders();
    PageReadingStep reading = readPages(providers);
    List<SpecDocument> documents = reading.keptDocuments();

    progress.onStep("merging");
    Merger merger = new Merger(documents, readObserved(documents), findings);
    List<MergedOperation> operations = merger.merge();
    DuplicateExamples.report(merger.examples(), findings);
    progress.onStep("validating against pages");
    for (MergedOperation operation : operations) {
      SharedOperations.report(operation, findings);
      DeprecatedMarks.report(operation, findings);
    }
    ExampleValidation.againstPages(operations, findings);

    progress.onStep("writing schemas");
    ContractDraftWriter writer =
        new ContractDraftWriter(documents, operations, merger.servers(), findings);
    List<Correction> corrections = readCorrections();
    ContractDraft draft = writeUntilStable(writer, corrections);
    Corrector corrector = correct(draft, corrections);
    writer.reportTexts(draft.root(), findings);
    List<ComponentExtractor.ComponentField> fields = new ComponentExtractor(draft).extract();

    progress.onStep("validating against the contract");
    ExampleValidation.againstContract(operations, draft.root(), findings, progress);
    progress.onStep("serializing");
    DerivedFileWriter derived =
        new DerivedFileWriter(draft, operations, findings, providers::ownerOf);
    SortedMap<String, byte[]> files = derived.write(merger.examples(), fields, corrector);
    AttentionTables tables = readTables();
    files.putAll(tables.files());
    files.putAll(WaitingFiles.derive(sources.tables(), tables.statuses(), draft.root()));
    return new DerivationResult(
        files,
        findings.sorted(),
        SummaryCounts.countPages(
            reading.readDocuments(), merger.examples(), derived.findingGroups()),
        SummaryCounts.countOperations(draft.root(), operations));
  }

  private ProviderRegistry readProviders() throws IOException {
    Path file = sources.providers();
    return file == null ? ProviderRegistry.empty() : ProviderRegistry.read(file);
  }

  private PageReadingStep readPages(ProviderRegistry providers) throws IOException {
    return new PageReadingStep(new PageFolder(sources.pages()), providers).run(findings, progress);
  }

  private Corrector correct(ContractDraft draft, List<Correction> corrections) {
    Corrector corrector = new Corrector(draft.root(), true, rejections);
    corrections.forEach(corrector::apply);
    return corrector;
  }

  private ObservedEvidence readObserved(List<SpecDocument> documents) throws IOException {
    Path folder = sources.observed();
    return new ObservedEvidence(
        folder == null ? List.of() : new ObservedFileReader(documents, findings).read(folder));
  }

  private AttentionTables readTables() throws IOException {
    Path folder = sources.tables();
    return folder == null ? AttentionTables.NONE : AttentionTables.read(folder);
  }

  private List<Correction> readCorrections() throws IOException {
    Path folder = sources.corrections();
    if (folder == null) {
      return List.of();
    }
    CorrectionReader reader = new CorrectionReader();
    List<Correction> corrections = reader.read(folder);
    findings.addAll(reader.findings());
    return corrections;
  }

  /**
   * Writes drafts until every group of schemas that the corrections name alike is merged into one.
   * One pass does not suffice, because a merge can give nested schemas the same name.
   */
  private static ContractDraft writeUntilStable(
      ContractDraftWriter writer, List<Correction> corrections) {
    boolean unstable = !corrections.isEmpty();
    while (unstable) {
      ContractDraft trial = writer.write();
      Corrector corrector = new Corrector(trial.root(), false);
      corrections.forEach(corrector::apply);
      unstable = NamedSchemaMerger.merge(trial);
    }
    return writer.write();
  }
}
