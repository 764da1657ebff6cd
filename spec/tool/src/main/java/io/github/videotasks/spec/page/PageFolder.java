package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder of pages, sorted by name independently of the file system's order. */
public final class PageFolder {
  private static final List<String> EXTENSIONS =
      List.of(".md", ".mdx", ".markdown", ".yaml", ".yml", ".json");

  private final Path folder;

  /**
   * Reads the pages of a folder.
   *
   * @param folder the folder, which must exist
   */
  public PageFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the paths of the pages below the folder, sorted. {@code README.md} describes the folder
   * and is not a page.
   *
   * @param out receives a finding for each file that is not a page, and an error when there is no
   *     page
   * @return the paths, with slashes
   * @throws IOException when the folder cannot be listed
   */
  public List<String> listPages(Findings out) throws IOException {
    List<String> files = listFiles();
    List<String> pages = files.stream().filter(PageFolder::isPage).toList();
    for (String other : files) {
      if (!isPage(other)) {
        out.add(
            new Finding(
                "no-page",
                isReadme(other) ? Severity.INFO : Severity.WARNING,
                new SourceLocation("pages", 0),
                isReadme(other)
                    ? "found '" + MessageText.excerpt(other) + "', which describes the folder"
                    : "expected a page (.md, .mdx, .yaml, .json), found '"
                        + MessageText.excerpt(other)
                        + "'",
                "Not read"));
      }
    }
    if (pages.isEmpty()) {
      out.add(
          new RejectedInputException(
                  "no-document",
                  new SourceLocation("pages", 0),
                  "expected at least one page, found none",
                  "Put pages (.md, .mdx, .yaml, .json) into the folder")
              .finding());
    }
    return pages;
  }

  private List<String> listFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          // Finder and editors leave hidden files, which are never pages.
          .filter(name -> !name.startsWith(".") && !name.contains("/."))
          .sorted()
          .toList();
    }
  }

  private static boolean isPage(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(plain::endsWith) && !isReadme(name);
  }

  /** Compares the whole name: {@code old-readme.md} is a page. */
  private static boolean isReadme(String name) {
    return name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase("README.md");
  }

  /**
   * Reads one page.
   *
   * @param page its path below the folder
   * @param providers finds the provider of the page
   * @param limits limits of the YAML
   * @param out receives an error for each rejected document
   * @return the documents; empty when each was rejected
   * @throws IOException when the page cannot be read
   */
  public List<SpecDocument> read(
      String page, ProviderRegistry providers, YamlLimits limits, Findings out) throws IOException {
    Path path = folder.resolve(page);
    String file = "pages/" + page;
    if (page.codePoints().anyMatch(Character::isISOControl)) {
      out.add(
          new RejectedInputException(
                  "hostile-name",
                  new SourceLocation("pages", 0),
                  "expected a page name without control characters, found '"
                      + MessageText.excerpt(page)
                      + "'",
                  "Remove the control characters from the name")
              .finding());
      return List.of();
    }
    if (Files.size(path) > limits.maxBytes()) {
      out.add(TextFile.tooLarge(file, limits.maxBytes(), Files.size(path)).finding());
      return List.of();
    }
    return new PageReader(limits)
        .read(providers.providerOf(page), file, Files.readAllBytes(path), out);
  }
}
