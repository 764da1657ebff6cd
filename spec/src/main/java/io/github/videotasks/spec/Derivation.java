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
import io.github.videotasks.spec.page.Limits;
import io.github.videotasks.spec.page.PageFolder;
import io.github.videotasks.spec.page.Providers;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.RuleBook;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.write.CanonicalYaml;
import io.github.videotasks.spec.write.Edition31;
import io.github.videotasks.spec.write.ExampleIndex;
import io.github.videotasks.spec.write.FindingsJson;
import io.github.videotasks.spec.write.FindingsMarkdown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives the canonical contract: pages are read, repaired by rules, observed, united, corrected
 * and written, in this order. Nothing is written to disk here.
 */
public final class Derivation {
  private final Findings findings = new Findings();
  private final Sources sources;

  private Derivation(Sources sources) {
    this.sources = sources;
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
    return new Derivation(sources).run();
  }

  private Derived run() throws IOException {
    Path providersFile = sources.providers();
    Providers providers = providersFile == null ? Providers.none() : Providers.read(providersFile);
    List<SpecDocument> read =
        new PageFolder(sources.pages()).read(providers, Limits.DEFAULT, findings);
    List<SpecDocument> documents = RuleBook.apply(read, findings);

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

    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("openapi.yaml", CanonicalYaml.write(draft.root()));
    files.put("openapi-3.1.yaml", CanonicalYaml.write(Edition31.of(draft.root())));
    files.put("evidence.tsv", new LedgerStep(draft, corrector, findings).write(operations, fields));
    merger
        .examples()
        .forEach(e -> files.put("examples/" + e.id() + ".json", Json.pretty(e.value())));
    files.put("examples/index.json", new ExampleIndex(draft.root()).write(operations));
    ContractCheck contractCheck = new ContractCheck(draft.root(), findings);
    operations.forEach(contractCheck::check);
    files.put("FINDINGS.md", FindingsMarkdown.write(findings.sorted()));
    files.put("findings.json", FindingsJson.write(findings.sorted()));
    return new Derived(
        files,
        findings.sorted(),
        Summaries.pages(read, merger.examples(), findings.sorted()),
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
