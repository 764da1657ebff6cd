package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The source of a page: a URL or a file.
 *
 * @param location an http(s) URL or the path of a file
 */
public record PageSource(String location) {
  private static final List<String> EXTENSIONS =
      List.of(".markdown", ".mdx", ".yaml", ".yml", ".json");

  /**
   * {@return the source for a command line argument}
   *
   * @param source an http(s) URL or the path of a file
   */
  public static PageSource of(String source) {
    return new PageSource(source);
  }

  /** {@return whether the location is an http(s) URL; everything else is the path of a file} */
  public boolean isUrl() {
    return location.regionMatches(true, 0, "http://", 0, 7)
        || location.regionMatches(true, 0, "https://", 0, 8);
  }

  /**
   * Reads the page.
   *
   * @param limits the limits of a fetch; of a file only its size is limited
   * @return the content of the page
   * @throws RejectedInputException when the URL cannot be fetched or the page exceeds the limit
   * @throws IOException when the file cannot be read
   */
  public byte[] read(FetchLimits limits) throws IOException {
    if (isUrl()) {
      PublishedPage page =
          new PublishedPageReader(limits).read(location, "page" + extension(), PageValidators.NONE);
      if (page.problem() != null) {
        throw new RejectedInputException(page.problem());
      }
      return Objects.requireNonNull(page.text());
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

  /**
   * Returns the location for {@code providers.yaml}: the URL without its query, which may contain a
   * signature, or the file name.
   */
  String publishedLocation() {
    return isUrl() ? location.replaceFirst("[?#].*", "") : fileName();
  }

  /** Returns the extension of the page's file name; {@code .md} when it is not a known one. */
  String extension() {
    String name = publishedLocation().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().filter(name::endsWith).findFirst().orElse(".md");
  }

  /** Returns the name without its folders, which would publish paths of the user's machine. */
  private String fileName() {
    return String.valueOf(Path.of(location).getFileName());
  }
}
