package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;

/** Refuses documents that are not OpenAPI 3, and reports versions that are newer than this tool. */
final class UnsupportedOpenApiVersion implements Rule {
  @Override
  public String id() {
    return "openapi-version";
  }

  @Override
  public String rationale() {
    return "OpenAPI 3.0, 3.1 and 3.2 are read; a version such as '3.0' is read as 3.0.0. A later"
        + " version 3 is read as 3.2 with a warning, because its new keywords are unknown. A"
        + " document of any other version is refused, because its keywords have other meanings"
        + " (Swagger 2.0 is translated first).";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    String version = document.root().path("openapi").asText();
    if (!version.matches("3\\.\\d{1,3}(\\.\\d+)?(-.*)?")) {
      String found =
          document.root().has("openapi")
              ? "openapi: " + version
              : "swagger: " + document.root().path("swagger").asText();
      throw new RejectedInputException(
          id(),
          document.location(
              document.root(), document.root().has("openapi") ? "openapi" : "swagger"),
          "expected OpenAPI 3 or Swagger 2.0, found " + MessageText.excerpt(found),
          "Convert the document to OpenAPI 3");
    }
    if (!version.matches("3\\.[012](\\D.*)?")) {
      out.add(
          document.warning(
              id(),
              document.location(document.root(), "openapi"),
              "expected OpenAPI 3.0, 3.1 or 3.2, found " + MessageText.excerpt(version),
              "Read as 3.2; keywords that are new in this version are reported as unknown"));
    } else if (!version.matches("3\\.\\d\\.\\d+(-.*)?")) {
      out.add(
          document.info(
              id(),
              document.location(document.root(), "openapi"),
              "expected a version such as 3.0.3, found " + version,
              "Read as " + version + ".0"));
    }
  }
}
