package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.nio.file.Path;

/** Contracts of pages that declare and show one field {@code f}, in a request and a response. */
final class DeclaredFields {
  private final TestPages pages;
  private int count;

  private DeclaredFields(TestPages pages) {
    this.pages = pages;
  }

  static DeclaredFields in(Path folder) throws IOException {
    return new DeclaredFields(TestPages.in(folder));
  }

  /**
   * Adds a page.
   *
   * @param declared the declared schema in JSON
   * @param shown values in JSON that examples of request and response show
   */
  DeclaredFields page(String declared, String... shown) throws IOException {
    ObjectNode media = JsonNodes.object();
    media.put("schema", "SCHEMA");
    for (int i = 0; i < shown.length; i++) {
      media.withObject("/examples/e" + i).put("value", "VALUE" + i);
    }
    String text = JsonNodes.compact(media);
    text = text.replace("\"SCHEMA\"", "{type: object, properties: {f: " + declared + "}}");
    for (int i = 0; i < shown.length; i++) {
      text = text.replace("\"VALUE" + i + "\"", "{f: " + shown[i] + "}");
    }
    count++;
    pages.addPage(
        "p" + count + ".md",
        """
        openapi: 3.1.0
        info: {title: Test, version: 1.0.0}
        servers: [{url: 'https://h%d.example'}]
        paths:
          /v1/jobs:
            post:
              operationId: op
              requestBody:
                content:
                  application/json: %s
              responses:
                '200':
                  description: fine
                  content:
                    application/json: %s
        """
            .formatted(count, text, text));
    return this;
  }

  static JsonNode json(String text) throws IOException {
    return JsonMapper.builder().build().readTree(text);
  }

  DerivationResult derive() throws IOException {
    return pages.derive();
  }

  /**
   * Returns the field in the request, without description, providers and the forms of a conflict.
   */
  JsonNode sent() throws IOException {
    return field(derive(), "OpRequest");
  }

  /**
   * Returns the field in the response, without description, providers and the forms of a conflict.
   */
  JsonNode received() throws IOException {
    return field(derive(), "OpResponse");
  }

  static JsonNode field(DerivationResult derived, String component) throws IOException {
    JsonNode field =
        TestPages.contract(derived)
            .at("/components/schemas/" + component + "/properties/f")
            .deepCopy();
    ((ObjectNode) field).remove("description");
    ((ObjectNode) field).remove("x-providers");
    ((ObjectNode) field).remove("x-declared");
    return field;
  }
}
