package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder of pages, read in the order of their names whatever the file system's order is. */
public final class PageFolder {
  private static final List<String> ENDINGS = List.of(".md", ".markdown", ".yaml", ".yml", ".json");

  private final Path folder;

  public PageFolder(Path folder) {
    this.folder = folder;
  }

  /** Gives the pages' names below the folder; {@code README.md} is about the folder, not a page. */
  public List<String> pages() throws IOException {
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
   * Reads every page.
   *
   * @param out takes what was refused, and an error when there is no page at all
   */
  public List<SpecDocument> read(Providers providers, Limits limits, Findings out)
      throws IOException {
    List<SpecDocument> documents = new ArrayList<>();
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
    for (String page : pages) {
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
        continue;
      }
      documents.addAll(
          new PageReader(limits).read(providers.of(page), file, Files.readAllBytes(path), out));
    }
    return documents;
  }
}
