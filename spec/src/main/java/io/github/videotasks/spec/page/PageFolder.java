package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
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
    List<String> pages = pages();
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

  private List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.toLowerCase(Locale.ROOT).endsWith("readme.md"))
          .filter(name -> ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
          .sorted()
          .toList();
    }
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
    if (Files.size(path) > limits.bytes()) {
      out.add(
          new RefusedException(
                  "too-large",
                  new Place(file, 0),
                  "expected at most " + limits.bytes() + " bytes, found " + Files.size(path),
                  "Split the page")
              .finding());
      return List.of();
    }
    return new PageReader(limits).read(providers.of(page), file, Files.readAllBytes(path), out);
  }
}
