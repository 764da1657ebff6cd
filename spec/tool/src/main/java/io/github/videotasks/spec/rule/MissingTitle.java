package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;

/** Notes documents without a title. */
final class MissingTitle implements Rule {
  @Override
  public String id() {
    return "empty-title";
  }

  @Override
  public String rationale() {
    return "OpenAPI asks for a title; an empty one names nothing. The canonical title comes from a"
        + " correction, else it is 'Merged API'.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    if (document.root().path("info").path("title").asText().isBlank()) {
      out.add(
          document.info(
              id(),
              document.location(document.root().path("info"), "title"),
              "expected a title, found none",
              "Left to a correction"));
    }
  }
}
