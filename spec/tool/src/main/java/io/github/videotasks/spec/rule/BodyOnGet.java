package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Removes request bodies of GET, HEAD and TRACE, for which HTTP defines no body. */
final class BodyOnGet implements Rule {
  private static final Set<String> METHODS_WITHOUT_BODY = Set.of("GET", "HEAD", "TRACE");

  @Override
  public String id() {
    return "body-on-get";
  }

  @Override
  public String rationale() {
    return "HTTP defines no request body for GET, HEAD and TRACE, and HTTP clients refuse to send"
        + " one; the body is removed. A body of DELETE is kept, because gateways read it and"
        + " clients send it.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      JsonNode body = operation.node().get("requestBody");
      if (body == null) {
        continue;
      }
      if (METHODS_WITHOUT_BODY.contains(operation.method())) {
        out.add(
            document.warning(
                id(),
                document.location(operation.node(), "requestBody"),
                expectedNone(operation, body),
                "Removed the body"));
        operation.node().remove("requestBody");
      } else if (operation.method().equals("DELETE")) {
        out.add(
            document.info(
                id(),
                document.location(operation.node(), "requestBody"),
                expectedNone(operation, body),
                "Kept the body"));
      }
    }
  }

  private static String expectedNone(Operations.DeclaredOperation operation, JsonNode body) {
    return "expected no body on "
        + operation.method()
        + " "
        + MessageText.excerpt(operation.path())
        + ", found "
        + describe(body);
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
