package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file {@code providers.yaml}: which page is whose. */
public final class Providers {
  /** An entry and where it stands. */
  record Entry(Provider provider, Place place) {}

  private final Map<String, Entry> byPage;

  private Providers(Map<String, Entry> byPage) {
    this.byPage = byPage;
  }

  /** Gives no entry at all: every page is a provider named after its file. */
  public static Providers none() {
    return new Providers(Map.of());
  }

  /**
   * Reads the file.
   *
   * @throws RefusedException when it holds anything but entries with an id and a page of their own;
   *     the finding names the line
   */
  public static Providers read(Path file) throws IOException {
    ProvidersReader reader = new ProvidersReader(String.valueOf(file.getFileName()));
    Map<String, Entry> byPage = new LinkedHashMap<>();
    Map<String, Place> ids = new LinkedHashMap<>();
    for (Entry entry : reader.read(TextFile.read(file, reader.name()))) {
      Entry same = byPage.put(entry.provider().page(), entry);
      if (same != null) {
        throw twice(entry, "the page " + entry.provider().page(), same.place());
      }
      Place known = ids.put(entry.provider().id(), entry.place());
      if (known != null) {
        throw twice(entry, "the id " + entry.provider().id(), known);
      }
    }
    return new Providers(byPage);
  }

  private static RefusedException twice(Entry entry, String what, Place first) {
    return new RefusedException(
        "providers-file",
        entry.place(),
        what + " has two entries, the other in line " + first.line(),
        "Keep one");
  }

  /**
   * Holds the entries against the folder.
   *
   * @param pages the pages that are there
   * @param out takes a warning when two pages are named so alike that they give one provider
   * @throws RefusedException when an entry names another one: most likely the page was renamed, and
   *     would be read as a provider that nobody knows
   */
  public void check(Collection<String> pages, Findings out) {
    Map<String, String> first = new LinkedHashMap<>();
    for (String page : pages) {
      String id = of(page).id();
      String same = first.putIfAbsent(id, page);
      if (same != null) {
        out.add(
            new Finding(
                "same-provider",
                Severity.WARNING,
                new Place("pages/" + page, 0),
                "this page and pages/" + same + " both give the provider " + id,
                "Read as two pages of one provider; providers.yaml may name them"));
      }
    }
    for (Entry entry : byPage.values()) {
      if (!pages.contains(entry.provider().page())) {
        throw new RefusedException(
            "providers-file",
            entry.place(),
            "expected a page that is there, found '" + Texts.shown(entry.provider().page()) + "'",
            "Correct the name, or take the entry out");
      }
    }
  }

  /**
   * Gives the provider of a page.
   *
   * @param page the page's path below the folder of pages, such as {@code acme.md}
   */
  public Provider of(String page) {
    Entry known = byPage.get(page);
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
