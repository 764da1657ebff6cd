package io.github.videotasks.spec.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats of a review. */
public enum ReviewFormat {
  /** One line for each entry, for a terminal. */
  TEXT,
  /** JSON for programs, described by {@code review.schema.json}. */
  JSON,
  /** Markdown for people: the content of {@code REVIEW.md}. */
  MARKDOWN,
  /** One page with the values side by side; without a script or another file. */
  HTML,
  /** Workflow commands of GitHub Actions, which it shows as annotations. */
  GITHUB,
  /** SARIF 2.1.0 for code hosts. */
  SARIF,
  /** JUnit XML for pipelines. */
  JUNIT;

  /**
   * {@return the review as a text that ends with a line feed, or as an empty text}
   *
   * @param review its entries are written in their order
   */
  public String render(Review review) {
    return switch (this) {
      case TEXT -> ReviewText.of(review);
      case JSON -> ReviewJson.of(review);
      case MARKDOWN -> ReviewMarkdown.of(review);
      case HTML -> ReviewHtml.of(review);
      case GITHUB -> ReviewAnnotations.of(review);
      case SARIF -> ReviewSarif.of(review);
      case JUNIT -> ReviewJUnit.of(review);
    };
  }

  /**
   * {@return the format with a name such as {@code sarif}; null when there is none}
   *
   * @param name the value of an option
   */
  public static @Nullable ReviewFormat named(String name) {
    return Arrays.stream(values()).filter(f -> f.label().equals(name)).findFirst().orElse(null);
  }

  /** {@return the names of all formats, separated by commas} */
  public static String names() {
    return Arrays.stream(values()).map(ReviewFormat::label).collect(Collectors.joining(", "));
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
