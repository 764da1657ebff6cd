package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.SpecFolderCopy;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.output.FileTransaction;
import io.github.videotasks.spec.output.OutputPaths;
import io.github.videotasks.spec.page.ProviderRegistry;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The import of one page into a module folder that has the layout of {@code spec/}. {@link #dryRun}
 * derives the contract in a copy, so that a refused page never changes the module.
 */
public final class PageImport {
  private static final String PROVIDERS = "providers.yaml";

  private final Path module;
  private final String page;
  private final byte[] content;
  private final String providersBefore;
  private final String providersYaml;

  /**
   * Prepares an import; nothing is written yet.
   *
   * @param module the folder that contains {@code pages/} and {@code providers.yaml}
   * @param provider the id of the page's provider; an existing page of this provider is replaced
   * @param entryProperties further properties of its entry: any of host, family and format
   * @param origin the URL or file that the page was read from; null to keep the origin of a known
   *     provider
   * @param content the page
   * @param day the date on which the page was read
   * @throws RejectedInputException when {@code providers.yaml} is not valid, or the page or that
   *     file is not a file of the module
   * @throws IOException when {@code providers.yaml} cannot be read
   */
  public PageImport(
      Path module,
      String provider,
      Map<String, String> entryProperties,
      @Nullable PageSource origin,
      byte[] content,
      LocalDate day)
      throws IOException {
    this.module = module;
    this.content = content.clone();
    Path file = OutputPaths.resolve(module, PROVIDERS);
    ProviderRegistry registry = ProviderRegistry.empty();
    String text = "";
    if (Files.isRegularFile(file)) {
      registry = ProviderRegistry.read(file);
      text = Files.readString(file);
    }
    this.providersBefore = text;
    ProvidersFileEditor entries = new ProvidersFileEditor(text);
    String known = registry.pageOf(provider);
    this.page = known == null ? provider + extension(origin) : known;
    OutputPaths.resolve(module, "pages/" + page);
    Map<String, String> properties = new LinkedHashMap<>();
    if (origin != null) {
      properties.put("page", page);
    }
    properties.putAll(entryProperties);
    if (origin != null) {
      properties.put("origin", origin.publishedLocation());
    }
    properties.put("fetched", day.toString());
    properties.put("sha256", Sha256.hex(content));
    this.providersYaml = entries.setEntry(provider, properties).text();
  }

  /** {@return the file name of the page in {@code pages/}} */
  public String page() {
    return page;
  }

  /**
   * Derives the contract with the imported page in a copy of the module. The module itself is not
   * changed.
   *
   * @return the derivation
   * @throws IOException when a file cannot be read, copied or written
   */
  public DerivationResult dryRun() throws IOException {
    try (SpecFolderCopy copy = SpecFolderCopy.of(module)) {
      Path file = copy.folder().resolve("pages").resolve(page);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      Files.writeString(copy.folder().resolve(PROVIDERS), providersYaml);
      return Derivation.derive(SourcePaths.of(copy.folder()));
    }
  }

  private static String extension(@Nullable PageSource origin) {
    return origin == null ? ".md" : origin.extension();
  }

  /**
   * Writes the page and its entry into the module, both or none.
   *
   * @param notices receives one line when an interrupted import was completed or undone
   * @throws RejectedInputException when {@code providers.yaml} changed since the import was
   *     prepared, or another process writes
   * @throws IOException when a file cannot be written
   */
  public void write(Consumer<String> notices) throws IOException {
    try (FileTransaction change = FileTransaction.begin(module, notices)) {
      byte[] now = change.read(PROVIDERS);
      if (!providersBefore.equals(now == null ? "" : new String(now, StandardCharsets.UTF_8))) {
        throw new RejectedInputException(
            "output-folder",
            new SourceLocation(PROVIDERS, 0),
            "expected the file as it was when the import began, found a change",
            "Run the import again");
      }
      change.write("pages/" + page, content);
      change.write(PROVIDERS, providersYaml.getBytes(StandardCharsets.UTF_8));
      change.commit();
    }
  }
}
