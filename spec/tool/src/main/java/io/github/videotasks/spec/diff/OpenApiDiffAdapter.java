package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * Adapter that compares two contracts with openapi-diff.
 *
 * <p>Its entry points for files and texts are not used, because their parser fetches external
 * references. It receives models of documents that were read under limits and have only internal
 * references.
 */
final class OpenApiDiffAdapter {
  private OpenApiDiffAdapter() {}

  static void compare(ObjectNode before, ObjectNode after, ChangeCollector changes) {
    OpenApiDiffOptions options = OpenApiDiffOptions.builder().build();
    try {
      ChangedOpenApi changed = OpenApiDiff.compare(toModel(before), toModel(after), options);
      new OperationChanges(changes).add(changed);
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      // Thrown for documents that are not valid OpenAPI, such as two equal path templates.
      throw refused("valid OpenAPI 3.0", MessageText.excerpt(String.valueOf(e.getMessage())));
    } catch (StackOverflowError e) {
      // It recurses once per reference, and a document may have a chain of thousands.
      throw refused("schemas that refer to each other in short chains", "a very long chain");
    }
  }

  private static RejectedInputException refused(String expected, String found) {
    return new RejectedInputException(
        "not-comparable",
        new SourceLocation("openapi.yaml", 0),
        "expected " + expected + ", found: " + found,
        "Correct the document");
  }

  private static OpenAPI toModel(ObjectNode contract) {
    return Json.mapper().convertValue(OpenApiDiffInput.of(contract), OpenAPI.class);
  }
}
