package io.github.videotasks.spec.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats of a review. */
public enum ReviewFormat {
  /** One line for each entry, for a terminal. */
  TEXT(ReviewText::of),
  /** JSON for programs, described by {@code review.schema.json}. */
  JSON(ReviewJson::of),
  /** Markdown for people: the content of {@code REVIEW.md}. */
  MARKDOWN(ReviewMarkdown::of),
  /** One page with the values side by side; without a script or another file. */
  HTML(ReviewHtml::of),
  /** Workflow commands of GitHub Actions, which it shows as annotations. */
  GITHUB(ReviewAnnotations::of),
  /** SARIF 2.1.0 for code hosts. */
  SARIF(ReviewSarif::of),
  /** JUnit XML for pipelines. */
  JUNIT(ReviewJUnit::of);

  private final Function<Review, String> writer;

  ReviewFormat(Function<Review, String> writer) {
    this.writer = writer;
  }

  /** Returns the review as a text that ends with a line feed, or as an empty text. */
  public String render(Review review) {
    return writer.apply(review);
  }

  /** Returns the format with a name such as {@code sarif}; null when there is none. */
  public static @Nullable ReviewFormat named(String name) {
    return Arrays.stream(values()).filter(f -> f.label().equals(name)).findFirst().orElse(null);
  }

  /** Returns the names of all formats, separated by commas. */
  public static String names() {
    return Arrays.stream(values()).map(ReviewFormat::label).collect(Collectors.joining(", "));
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
