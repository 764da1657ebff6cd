package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.Texts;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * Has openapi-diff pair two contracts.
 *
 * <p>Its entry points that take a file or a text are not used: their parser fetches references. It
 * gets models of trees that were read under limits and hold references within themselves only.
 */
final class LibraryWalk {
  private LibraryWalk() {}

  static void add(ObjectNode before, ObjectNode after, ChangeList changes) {
    OpenApiDiffOptions options = OpenApiDiffOptions.builder().build();
    try {
      ChangedOpenApi changed = OpenApiDiff.compare(model(before), model(after), options);
      new OperationChanges(changes).add(changed);
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      // What it throws on documents that are no valid OpenAPI, such as two equal path templates.
      throw refused("valid OpenAPI 3.0", Texts.shown(String.valueOf(e.getMessage())));
    } catch (StackOverflowError e) {
      // It recurses once for each reference, and a document may chain thousands.
      throw refused("schemas that refer to each other in short chains", "a very long chain");
    }
  }

  private static RefusedException refused(String expected, String found) {
    return new RefusedException(
        "not-comparable",
        new Place("openapi.yaml", 0),
        "expected " + expected + ", found: " + found,
        "Correct the document");
  }

  private static OpenAPI model(ObjectNode contract) {
    return Json.mapper().convertValue(WalkableCopy.of(contract), OpenAPI.class);
  }
}
