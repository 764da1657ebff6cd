package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file {@code providers.yaml}: which page is whose. */
public final class ProviderRegistry {
  /** An entry and where it stands. */
  record ProviderEntry(Provider provider, SourceLocation location) {}

  private final Map<String, ProviderEntry> byPage;

  private ProviderRegistry(Map<String, ProviderEntry> byPage) {
    this.byPage = byPage;
  }

  /** Gives no entry at all: every page is a provider named after its file. */
  public static ProviderRegistry empty() {
    return new ProviderRegistry(Map.of());
  }

  /**
   * Reads the file.
   *
   * @throws RejectedInputException when it holds anything but entries with an id and a page of
   *     their own; the finding names the line
   */
  public static ProviderRegistry read(Path file) throws IOException {
    ProvidersReader reader = new ProvidersReader(String.valueOf(file.getFileName()));
    Map<String, ProviderEntry> byPage = new LinkedHashMap<>();
    Map<String, SourceLocation> ids = new LinkedHashMap<>();
    for (ProviderEntry entry : reader.read(TextFile.read(file, reader.fileName()))) {
      ProviderEntry same = byPage.put(entry.provider().pageFile(), entry);
      if (same != null) {
        throw duplicateEntry(entry, "the page " + entry.provider().pageFile(), same.location());
      }
      SourceLocation known = ids.put(entry.provider().id(), entry.location());
      if (known != null) {
        throw duplicateEntry(entry, "the id " + entry.provider().id(), known);
      }
    }
    return new ProviderRegistry(byPage);
  }

  private static RejectedInputException duplicateEntry(
      ProviderEntry entry, String what, SourceLocation first) {
    return new RejectedInputException(
        "providers-file",
        entry.location(),
        what + " has two entries, the other in line " + first.line(),
        "Keep one");
  }

  /**
   * Holds the entries against the folder.
   *
   * @param pages the pages that are there
   * @param out takes a warning when two pages are named so alike that they give one provider
   * @throws RejectedInputException when an entry names another one: most likely the page was
   *     renamed, and would be read as a provider that nobody knows
   */
  public void checkPages(Collection<String> pages, Findings out) {
    Map<String, String> first = new LinkedHashMap<>();
    for (String page : pages) {
      String id = providerOf(page).id();
      String same = first.putIfAbsent(id, page);
      if (same != null) {
        out.add(
            new Finding(
                "same-provider",
                Severity.WARNING,
                new SourceLocation("pages/" + page, 0),
                "this page and pages/" + same + " both give the provider " + id,
                "Read as two pages of one provider; providers.yaml may name them"));
      }
    }
    for (ProviderEntry entry : byPage.values()) {
      if (!pages.contains(entry.provider().pageFile())) {
        throw new RejectedInputException(
            "providers-file",
            entry.location(),
            "expected a page that is there, found '"
                + MessageText.excerpt(entry.provider().pageFile())
                + "'",
            "Correct the name, or take the entry out");
      }
    }
  }

  /**
   * Gives the provider of a page.
   *
   * @param page the page's path below the folder of pages, such as {@code acme.md}
   */
  public Provider providerOf(String page) {
    ProviderEntry known = byPage.get(page);
    if (known != null) {
      return known.provider();
    }
    // Examples are written to a folder of this name: it must not lead out of theirs.
    String id =
        page.replaceFirst("\\.[A-Za-z]+$", "")
            .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
            .replaceFirst("^[._-]+", "");
    return new Provider(id.isEmpty() ? "page" : id, page, null, null, null, null);
  }
}
