package io.github.videotasks.spec;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.PageFolder;
import io.github.videotasks.spec.page.ProviderRegistry;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.rule.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the pages and applies the rules to their documents. Pages do not depend on each other here,
 * so they are read in parallel; the results are combined in the order of the providers.
 */
final class PageReadingStep {
  /** The result of one page: all its documents, those that no rule refused, and its findings. */
  private record PageResult(
      String name,
      List<SpecDocument> readDocuments,
      List<SpecDocument> keptDocuments,
      Findings findings) {}

  private final List<SpecDocument> readDocuments = new ArrayList<>();
  private final List<SpecDocument> keptDocuments = new ArrayList<>();
  private final PageFolder folder;
  private final ProviderRegistry providers;

  PageReadingStep(PageFolder folder, ProviderRegistry providers) {
    this.folder = folder;
    this.providers = providers;
  }

  /** Returns every document that was read, including those that a rule refused. */
  List<SpecDocument> readDocuments() {
    return readDocuments;
  }

  /** Returns the documents that no rule refused. */
  List<SpecDocument> keptDocuments() {
    return keptDocuments;
  }

  PageReadingStep run(Findings out, ProgressListener progress) throws IOException {
    List<String> names = new ArrayList<>(folder.listPages(out));
    providers.checkPages(names, out);
    // A page that is renamed keeps its place, and with it the texts and findings of the contract.
    names.sort(
        Comparator.comparing((String name) -> providers.providerOf(name).id())
            .thenComparing(Comparator.naturalOrder()));
    AtomicInteger done = new AtomicInteger();
    List<PageResult> pages;
    try {
      pages =
          names.parallelStream().map(name -> readPage(name, done, names.size(), progress)).toList();
      progress.onStep("rules");
      pages = pages.parallelStream().map(PageReadingStep::repair).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (PageResult page : pages) {
      readDocuments.addAll(page.readDocuments());
      keptDocuments.addAll(page.keptDocuments());
      out.addAll(page.findings().sorted());
    }
    return this;
  }

  private PageResult readPage(String name, AtomicInteger done, int all, ProgressListener progress) {
    Findings own = new Findings();
    try {
      List<SpecDocument> documents = folder.read(name, providers, YamlLimits.DEFAULT, own);
      progress.onProgress("reading pages", done.incrementAndGet(), all);
      return new PageResult(name, documents, documents, own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new InternalErrorException("pages/" + name, e);
    }
  }

  private static PageResult repair(PageResult page) {
    try {
      List<SpecDocument> repaired = RuleSet.apply(page.readDocuments(), page.findings());
      return new PageResult(page.name(), page.readDocuments(), repaired, page.findings());
    } catch (RuntimeException | StackOverflowError e) {
      throw new InternalErrorException("pages/" + page.name(), e);
    }
  }
}
