package io.github.videotasks.spec;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.Limits;
import io.github.videotasks.spec.page.PageFolder;
import io.github.videotasks.spec.page.Providers;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the pages and applies the rules to their documents. No page looks at another one here, so
 * several are read at a time; what they give is put together in the order of their names.
 */
final class ReadingStep {
  /** What one page gives: its documents, those that no rule refused, and its findings. */
  private record Page(List<SpecDocument> read, List<SpecDocument> kept, Findings findings) {}

  private final List<SpecDocument> read = new ArrayList<>();
  private final List<SpecDocument> kept = new ArrayList<>();
  private final PageFolder folder;
  private final Providers providers;

  ReadingStep(PageFolder folder, Providers providers) {
    this.folder = folder;
    this.providers = providers;
  }

  /** Gives every document that was read, those that a rule refused too. */
  List<SpecDocument> read() {
    return read;
  }

  /** Gives the documents that no rule refused. */
  List<SpecDocument> kept() {
    return kept;
  }

  ReadingStep run(Findings out, Progress progress) throws IOException {
    List<String> names = folder.pages(out);
    providers.check(names, out);
    AtomicInteger done = new AtomicInteger();
    List<Page> pages;
    try {
      pages = names.parallelStream().map(name -> page(name, done, names.size(), progress)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Page page : pages) {
      read.addAll(page.read());
      kept.addAll(page.kept());
      out.addAll(page.findings().sorted());
    }
    return this;
  }

  private Page page(String name, AtomicInteger done, int all, Progress progress) {
    Findings own = new Findings();
    try {
      List<SpecDocument> documents = folder.read(name, providers, Limits.DEFAULT, own);
      List<SpecDocument> repaired = RuleBook.apply(documents, own);
      progress.at("reading pages", done.incrementAndGet(), all);
      return new Page(documents, repaired, own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new UnexpectedException("pages/" + name, e);
    }
  }
}
