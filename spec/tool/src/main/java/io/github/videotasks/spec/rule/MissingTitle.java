package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;

/** Reports documents without a title. */
final class MissingTitle implements Rule {
  @Override
  public String id() {
    return "empty-title";
  }

  @Override
  public String rationale() {
    return "OpenAPI requires a title; an empty one is useless. The canonical title comes from a"
        + " correction, otherwise it is 'Merged API'.";
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
