package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;

/** Refuses documents that are not OpenAPI 3.0 or 3.1. */
final class UnsupportedOpenApiVersion implements Rule {
  @Override
  public String id() {
    return "openapi-version";
  }

  @Override
  public String rationale() {
    return "OpenAPI 3.0 and 3.1 are read; a version such as '3.0' is read as 3.0.0. A document of"
        + " any other version (Swagger 2.0 too) is refused, because its keywords have other"
        + " meanings.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    String version = document.root().path("openapi").asText();
    if (!version.matches("3\\.[01](\\.\\d+)?(-.*)?")) {
      String found =
          document.root().has("openapi")
              ? "openapi: " + version
              : "swagger: " + document.root().path("swagger").asText();
      throw new RejectedInputException(
          id(),
          document.location(
              document.root(), document.root().has("openapi") ? "openapi" : "swagger"),
          "expected OpenAPI 3.0 or 3.1, found " + MessageText.excerpt(found),
          "Convert the document to OpenAPI 3");
    }
    if (!version.matches("3\\.[01]\\.\\d+(-.*)?")) {
      out.add(
          document.info(
              id(),
              document.location(document.root(), "openapi"),
              "expected a version such as 3.0.3, found " + version,
              "Read as " + version + ".0"));
    }
  }
}
