package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file {@code providers.yaml}: which page is whose. */
public final class Providers {
  private final Map<String, Provider> byPage;

  private Providers(Map<String, Provider> byPage) {
    this.byPage = byPage;
  }

  /** Gives no entry at all: every page is a provider named after its file. */
  public static Providers none() {
    return new Providers(Map.of());
  }

  /**
   * Reads the file.
   *
   * @throws RefusedException when an entry lacks {@code id} or {@code page}, or a page has two
   */
  public static Providers read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Map<String, Provider> byPage = new LinkedHashMap<>();
    for (YamlReader.Tree tree :
        new YamlReader(Limits.DEFAULT).read(Files.readString(file), name, 1)) {
      for (JsonNode entry : tree.root().path("providers")) {
        Place place = new Place(name, tree.lines().of(entry));
        Provider provider = entry(entry, place);
        if (byPage.put(provider.page(), provider) != null) {
          throw new RefusedException(
              "providers-file",
              place,
              "the page " + provider.page() + " has two entries",
              "Keep one");
        }
      }
    }
    return new Providers(byPage);
  }

  private static Provider entry(JsonNode entry, Place place) {
    String id = text(entry, "id");
    String page = text(entry, "page");
    if (id == null || page == null) {
      throw new RefusedException(
          "providers-file", place, "expected an entry with 'id' and 'page'", "Add what is missing");
    }
    return new Provider(
        id,
        page,
        text(entry, "host"),
        text(entry, "family"),
        text(entry, "format"),
        text(entry, "origin"));
  }

  private static @Nullable String text(JsonNode entry, String key) {
    return entry.path(key).isTextual() ? entry.path(key).textValue() : null;
  }

  /**
   * Gives the provider of a page.
   *
   * @param page the page's path below the folder of pages, such as {@code acme.md}
   */
  public Provider of(String page) {
    Provider known = byPage.get(page);
    if (known != null) {
      return known;
    }
    String id = page.replaceFirst("\\.[A-Za-z]+$", "").replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return new Provider(id, page, null, null, null, null);
  }
}
