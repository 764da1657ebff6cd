package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a page is taken from.
 *
 * @param location an http(s) address or a file's path
 */
public record PageSource(String location) {
  private static final List<String> EXTENSIONS = List.of(".markdown", ".yaml", ".yml", ".json");

  /** Gives the origin that a person typed. */
  public static PageSource of(String source) {
    return new PageSource(source);
  }

  /** Gives whether it is an address; everything else is a file. */
  public boolean isUrl() {
    return location.regionMatches(true, 0, "http://", 0, 7)
        || location.regionMatches(true, 0, "https://", 0, 8);
  }

  /**
   * Reads the page.
   *
   * @throws RejectedInputException when it cannot be fetched or is larger than the limit
   */
  public byte[] read(FetchLimits limits) throws IOException {
    if (isUrl()) {
      return new PageFetcher(limits).fetch(location);
    }
    Path file = Path.of(location);
    long size = Files.size(file);
    if (size > limits.maxBytes()) {
      throw new RejectedInputException(
          "too-large",
          new SourceLocation(fileName(), 0),
          "expected at most " + limits.maxBytes() + " bytes, found " + size,
          "Split the page");
    }
    return Files.readAllBytes(file);
  }

  /** Gives what {@code providers.yaml} says; a query may hold a signature, so it is left out. */
  String publishedLocation() {
    return isUrl() ? location.replaceFirst("[?#].*", "") : fileName();
  }

  /** Gives the ending of the page's file name; what is not told apart is Markdown. */
  String extension() {
    String name = publishedLocation().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().filter(name::endsWith).findFirst().orElse(".md");
  }

  /** A path of somebody's machine is nobody else's business. */
  private String fileName() {
    return String.valueOf(Path.of(location).getFileName());
  }
}
