package io.github.videotasks.spec.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deprecated operations and parameters of several pages. */
class DeprecatedMarksTest {
  @TempDir Path folder;

  private static String page(boolean deprecated) {
    return """
    openapi: 3.0.3
    info: {title: Test, version: 1.0.0}
    paths:
      /v1/jobs:
        get:
          operationId: op
          deprecated: %1$s
          parameters:
          - {name: page, in: query, deprecated: %1$s, schema: {type: integer}}
          responses: {'204': {description: None.}}
    """
        .formatted(deprecated);
  }

  @Test
  void keepsMarksOfAllPages() throws IOException {
    TestPages pages = TestPages.in(folder).addPage("a.md", page(true)).addPage("b.md", page(true));
    JsonNode operation = pages.contract().at("/paths/~1v1~1jobs/get");

    assertThat(operation.path("deprecated").asBoolean()).isTrue();
    assertThat(operation.at("/parameters/0/deprecated").asBoolean()).isTrue();
    assertThat(TestPages.findings(pages.derive(), "limit-conflict")).isEmpty();
  }

  @Test
  void reportsMarksThatAnotherPageLacks() throws IOException {
    TestPages pages = TestPages.in(folder).addPage("a.md", page(true)).addPage("b.md", page(false));

    assertThat(pages.contract().findValues("deprecated")).isEmpty();
    assertThat(TestPages.findings(pages.derive(), "limit-conflict"))
        .containsExactly(
            "pages/a.md:10: [limit-conflict] GET /v1/jobs is deprecated here; another page does"
                + " not say so. Left out.",
            "pages/a.md:12: [limit-conflict] parameter page of GET /v1/jobs is deprecated here;"
                + " another page does not say so. Left out.");
  }
}
