package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder of pages, in the order of their names whatever the file system's order is. */
public final class PageFolder {
  private static final List<String> ENDINGS = List.of(".md", ".markdown", ".yaml", ".yml", ".json");

  private final Path folder;

  public PageFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Gives the pages' names below the folder, in order; {@code README.md} is about the folder, not a
   * page.
   *
   * @param out takes an error when there is no page at all
   */
  public List<String> pages(Findings out) throws IOException {
    List<String> files = files();
    List<String> pages = files.stream().filter(PageFolder::isPage).toList();
    for (String other : files) {
      if (!isPage(other)) {
        out.add(
            new Finding(
                "no-page",
                isReadme(other) ? Severity.INFO : Severity.WARNING,
                new Place("pages", 0),
                "found '" + Texts.shown(other) + "', which is no page (.md, .yaml, .json)",
                "Not read"));
      }
    }
    if (pages.isEmpty()) {
      out.add(
          new RefusedException(
                  "no-document",
                  new Place("pages", 0),
                  "expected at least one page, found none",
                  "Put pages (.md, .yaml, .json) into the folder")
              .finding());
    }
    return pages;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          // Finder and editors leave hidden files; nobody means them.
          .filter(name -> !name.startsWith(".") && !name.contains("/."))
          .sorted()
          .toList();
    }
  }

  private static boolean isPage(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(plain::endsWith) && !isReadme(name);
  }

  /** Only this name: {@code old-readme.md} is a page. */
  private static boolean isReadme(String name) {
    return name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase("README.md");
  }

  /**
   * Reads one page.
   *
   * @param page its name below the folder
   * @param out takes what was refused
   */
  public List<SpecDocument> read(String page, Providers providers, Limits limits, Findings out)
      throws IOException {
    Path path = folder.resolve(page);
    String file = "pages/" + page;
    if (page.codePoints().anyMatch(Character::isISOControl)) {
      out.add(
          new RefusedException(
                  "hostile-name",
                  new Place("pages", 0),
                  "expected a plain name of a page, found '" + Texts.shown(page) + "'",
                  "Take the control characters out of the name")
              .finding());
      return List.of();
    }
    if (Files.size(path) > limits.bytes()) {
      out.add(TextFile.tooLarge(file, limits.bytes(), Files.size(path)).finding());
      return List.of();
    }
    return new PageReader(limits).read(providers.of(page), file, Files.readAllBytes(path), out);
  }
}
