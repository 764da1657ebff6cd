package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Removes request bodies of GET, HEAD, DELETE and TRACE, for which HTTP defines no body. */
final class BodyOnGet implements Rule {
  private static final Set<String> METHODS_WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "TRACE");

  @Override
  public String id() {
    return "body-on-get";
  }

  @Override
  public String rationale() {
    return "HTTP defines no request body for GET, HEAD, DELETE and TRACE, and HTTP clients refuse"
        + " to send one; the body is removed.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      JsonNode body = operation.node().get("requestBody");
      if (body != null && METHODS_WITHOUT_BODY.contains(operation.method())) {
        out.add(
            document.warning(
                id(),
                document.location(operation.node(), "requestBody"),
                "expected no body on "
                    + operation.method()
                    + " "
                    + operation.path()
                    + ", found "
                    + describe(body),
                "Removed the body"));
        operation.node().remove("requestBody");
      }
    }
  }

  private static String describe(JsonNode body) {
    Set<String> fields = new TreeSet<>();
    List<String> media = body.path("content").properties().stream().map(e -> e.getKey()).toList();
    body.path("content")
        .forEach(
            content ->
                content
                    .path("schema")
                    .path("properties")
                    .properties()
                    .forEach(e -> fields.add(e.getKey())));
    String kind = media.isEmpty() ? "body" : String.join(", ", media) + " body";
    return fields.isEmpty()
        ? "an empty " + kind
        : "a " + kind + " with " + String.join(", ", fields);
  }
}
