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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of {@code providers.yaml}, which map pages to providers. */
public final class ProviderRegistry {
  /** An entry, its location in the file, and the URL that its page is fetched from. */
  record ProviderEntry(
      Provider provider, SourceLocation location, @Nullable PageSourceUrl source) {}

  private static final String PAGES = "pages/";

  private final Map<String, ProviderEntry> byPage;

  private ProviderRegistry(Map<String, ProviderEntry> byPage) {
    this.byPage = byPage;
  }

  /** {@return a registry without entries: every page is a provider named after its file} */
  public static ProviderRegistry empty() {
    return new ProviderRegistry(Map.of());
  }

  /**
   * Reads the file.
   *
   * @param file {@code providers.yaml}
   * @return the registry
   * @throws RejectedInputException when it is not a list of entries with unique ids and pages; the
   *     finding has the line
   * @throws IOException when the file cannot be read
   */
  public static ProviderRegistry read(Path file) throws IOException {
    ProvidersReader reader = new ProvidersReader(String.valueOf(file.getFileName()));
    Map<String, ProviderEntry> byPage = new LinkedHashMap<>();
    Map<String, SourceLocation> ids = new LinkedHashMap<>();
    for (ProviderEntry entry : reader.read(TextFile.read(file, reader.fileName()))) {
      ProviderEntry same = byPage.put(entry.provider().pageFile(), entry);
      if (same != null) {
        throw duplicateEntry(entry, "page " + entry.provider().pageFile(), same.location());
      }
      SourceLocation known = ids.put(entry.provider().id(), entry.location());
      if (known != null) {
        throw duplicateEntry(entry, "id " + entry.provider().id(), known);
      }
    }
    return new ProviderRegistry(byPage);
  }

  private static RejectedInputException duplicateEntry(
      ProviderEntry entry, String what, SourceLocation first) {
    return new RejectedInputException(
        "providers-file",
        entry.location(),
        "expected one entry for " + what + ", found another one in line " + first.line(),
        "Keep one of the two");
  }

  /**
   * Checks the entries against the pages in the folder.
   *
   * @param pages the existing pages
   * @param out receives a warning when the names of two pages result in the same provider id
   * @throws RejectedInputException when the page of an entry does not exist: most likely it was
   *     renamed, and would be read as an unknown provider
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
                "expected one page for provider " + id + ", found this page and pages/" + same,
                "Read as two pages of one provider; providers.yaml can separate them"));
      }
    }
    for (ProviderEntry entry : byPage.values()) {
      if (!pages.contains(entry.provider().pageFile())) {
        throw new RejectedInputException(
            "providers-file",
            entry.location(),
            "expected an existing page, found '"
                + MessageText.excerpt(entry.provider().pageFile())
                + "'",
            "Correct the name, or remove the entry");
      }
    }
  }

  /** {@return the providers of all entries, in the order of the file} */
  public List<Provider> providers() {
    return byPage.values().stream().map(ProviderEntry::provider).toList();
  }

  /**
   * Returns the page of a provider.
   *
   * @param id the provider's id
   * @return the page's path below the folder of pages; null when the provider has no entry
   */
  public @Nullable String pageOf(String id) {
    return byPage.values().stream()
        .map(ProviderEntry::provider)
        .filter(provider -> provider.id().equals(id))
        .map(Provider::pageFile)
        .findFirst()
        .orElse(null);
  }

  /** {@return the URLs of the pages that are fetched again, in the order of the entries} */
  public List<PageSourceUrl> sources() {
    return byPage.values().stream().map(ProviderEntry::source).filter(Objects::nonNull).toList();
  }

  /**
   * {@return the provider of a page}
   *
   * @param page the page's path below the folder of pages, such as {@code acme.md}
   */
  public Provider providerOf(String page) {
    ProviderEntry known = byPage.get(page);
    if (known != null) {
      return known.provider();
    }
    // Examples are written to a folder of this name, so it must not contain a path.
    String id =
        page.replaceFirst("\\.[A-Za-z]+$", "")
            .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
            .replaceFirst("^[._-]+", "");
    return new Provider(id.isEmpty() ? "page" : id, page, null, null, null, null);
  }

  /**
   * {@return whom a file is about: the id of the provider of a page, the file itself otherwise}
   *
   * @param file the file of a finding, such as {@code pages/acme.md}
   */
  public String ownerOf(String file) {
    return file.startsWith(PAGES) ? providerOf(file.substring(PAGES.length())).id() : file;
  }
}
