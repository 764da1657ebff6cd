package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a page is taken from.
 *
 * @param source an http(s) address or a file's path
 */
public record Origin(String source) {
  private static final List<String> ENDINGS = List.of(".markdown", ".yaml", ".yml", ".json");

  /** Gives the origin that a person typed. */
  public static Origin of(String source) {
    return new Origin(source);
  }

  /** Gives whether it is an address; everything else is a file. */
  public boolean isAddress() {
    return source.regionMatches(true, 0, "http://", 0, 7)
        || source.regionMatches(true, 0, "https://", 0, 8);
  }

  /**
   * Reads the page.
   *
   * @throws RefusedException when it cannot be fetched or is larger than the limit
   */
  public byte[] read(FetchLimits limits) throws IOException {
    if (isAddress()) {
      return new PageFetcher(limits).fetch(source);
    }
    Path file = Path.of(source);
    long size = Files.size(file);
    if (size > limits.bytes()) {
      throw new RefusedException(
          "too-large",
          new Place(name(), 0),
          "expected at most " + limits.bytes() + " bytes, found " + size,
          "Split the page");
    }
    return Files.readAllBytes(file);
  }

  /** Gives what {@code providers.yaml} says; a query may hold a signature, so it is left out. */
  String published() {
    return isAddress() ? source.replaceFirst("[?#].*", "") : name();
  }

  /** Gives the ending of the page's file name; what is not told apart is Markdown. */
  String ending() {
    String name = published().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().filter(name::endsWith).findFirst().orElse(".md");
  }

  /** A path of somebody's machine is nobody else's business. */
  private String name() {
    return String.valueOf(Path.of(source).getFileName());
  }
}
