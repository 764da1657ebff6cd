package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
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
  private final String providersYaml;

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
      PageSource origin,
      byte[] content,
      LocalDate day)
      throws IOException {
    this.module = module;
    this.content = content.clone();
    Path file = module.resolve(PROVIDERS);
    String before = Files.isRegularFile(file) ? Files.readString(file) : "";
    ProvidersFileEditor entries = new ProvidersFileEditor(before);
    String known = entries.pageOf(provider);
    this.page = known == null ? provider + origin.extension() : known;
    Map<String, String> members = new LinkedHashMap<>();
    members.put("page", page);
    members.putAll(about);
    members.put("origin", origin.publishedLocation());
    members.put("fetched", day.toString());
    members.put("sha256", Sha256.hex(content));
    this.providersYaml = entries.setEntry(provider, members).text();
  }

  /** Gives the page's file name in {@code pages/}. */
  public String page() {
    return page;
  }

  /** Gives what the module derives with the page in it; the module is left as it is. */
  public DerivationResult dryRun() throws IOException {
    Path copy = Files.createTempDirectory("spec-import");
    try {
      for (String part : List.of("pages", "corrections")) {
        copyFolder(module.resolve(part), copy.resolve(part));
      }
      write(copy);
      return Derivation.derive(SourcePaths.of(copy));
    } finally {
      deleteFolder(copy);
    }
  }

  /** Writes the page and its entry. */
  public void write() throws IOException {
    write(module);
  }

  private void write(Path target) throws IOException {
    writeAtomically(target.resolve("pages").resolve(page), content);
    writeAtomically(target.resolve(PROVIDERS), providersYaml.getBytes(StandardCharsets.UTF_8));
  }

  /** A file appears whole or not at all. */
  private static void writeAtomically(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copyFolder(Path from, Path to) throws IOException {
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

  private static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
