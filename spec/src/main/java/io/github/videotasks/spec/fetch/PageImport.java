package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.Derived;
import io.github.videotasks.spec.Sources;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts a page into a module folder that is laid out like {@code spec/}. The result is derived in a
 * copy first, so a page that is refused leaves no trace.
 */
public final class PageImport {
  private static final String PROVIDERS = "providers.yaml";

  private final Path module;
  private final String page;
  private final byte[] content;
  private final String providers;

  /**
   * Prepares an import; nothing is written yet.
   *
   * @param module the folder that holds {@code pages/} and {@code providers.yaml}
   * @param provider the id of the provider whose page it is; its page so far is replaced
   * @param about what else its entry says: any of host, family and format
   * @param origin where the page was taken from
   * @param content the page
   * @param day when it was taken
   */
  public PageImport(
      Path module,
      String provider,
      Map<String, String> about,
      Origin origin,
      byte[] content,
      LocalDate day)
      throws IOException {
    this.module = module;
    this.content = content.clone();
    Path file = module.resolve(PROVIDERS);
    String before = Files.isRegularFile(file) ? Files.readString(file) : "";
    ProvidersFile entries = new ProvidersFile(before);
    String known = entries.page(provider);
    this.page = known == null ? provider + origin.ending() : known;
    Map<String, String> members = new LinkedHashMap<>();
    members.put("page", page);
    members.putAll(about);
    members.put("origin", origin.published());
    members.put("fetched", day.toString());
    members.put("sha256", Sha256.of(content));
    this.providers = entries.with(provider, members).text();
  }

  /** Gives the page's file name in {@code pages/}. */
  public String page() {
    return page;
  }

  /** Gives what the module derives with the page in it; the module is left as it is. */
  public Derived trial() throws IOException {
    Path copy = Files.createTempDirectory("spec-import");
    try {
      for (String part : List.of("pages", "corrections")) {
        copy(module.resolve(part), copy.resolve(part));
      }
      write(copy);
      return Derivation.derive(Sources.of(copy));
    } finally {
      delete(copy);
    }
  }

  /** Writes the page and its entry. */
  public void write() throws IOException {
    write(module);
  }

  private void write(Path target) throws IOException {
    put(target.resolve("pages").resolve(page), content);
    put(target.resolve(PROVIDERS), providers.getBytes(StandardCharsets.UTF_8));
  }

  /** A file appears whole or not at all. */
  private static void put(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
