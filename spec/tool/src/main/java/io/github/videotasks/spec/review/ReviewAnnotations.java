package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.PrintableText;
import java.util.stream.Collectors;

/** A review as annotations of GitHub Actions: a workflow command for each entry. */
final class ReviewAnnotations {
  private ReviewAnnotations() {}

  static String of(Review review) {
    return review.entries().stream()
        .map(entry -> annotation(review, entry) + "\n")
        .collect(Collectors.joining());
  }

  private static String annotation(Review review, ReviewEntry entry) {
    String level =
        switch (entry.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "notice";
        };
    String place =
        entry.places().stream().findFirst().map(first -> place(review, first)).orElse("");
    String origin = EntrySentence.origin(entry);
    return "::%s %stitle=%s::%s"
        .formatted(
            level,
            place,
            property(PrintableText.of(entry.group() + ": " + entry.section())),
            escape(
                EntrySentence.of(entry)
                    + " ["
                    + (origin.isEmpty() ? "" : origin + "; ")
                    + entry.id()
                    + "]"));
  }

  private static String place(Review review, PagePlace place) {
    String file = "file=" + property(PrintableText.of(review.pagePath(place))) + ",";
    return place.location().line() == 0 ? file : file + "line=" + place.location().line() + ",";
  }

  /** A line break or a colon in a page must not start another command. */
  private static String escape(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escape(text).replace(":", "%3A").replace(",", "%2C");
  }
}
