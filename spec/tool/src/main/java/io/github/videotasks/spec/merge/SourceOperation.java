package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.ServerUrl;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation as one page describes it.
 *
 * @param document the page's document
 * @param declaration the operation in it
 * @param requestContents the content of its request body
 * @param responseContents the content of its responses
 */
public record SourceOperation(
    SpecDocument document,
    Operations.DeclaredOperation declaration,
    List<SourceContent> requestContents,
    List<SourceContent> responseContents) {
  /** {@return the place of the operation in its page} */
  public SourceLocation location() {
    return document.location(declaration.pathItem(), declaration.method().toLowerCase(Locale.ROOT));
  }

  /** {@return the contents of the request body and of all responses} */
  public List<SourceContent> contents() {
    return Stream.concat(requestContents.stream(), responseContents.stream()).toList();
  }

  /**
   * {@return the task id: the example of the first path or query parameter whose name ends in
   * {@code id}} Empty when there is none.
   */
  public String exampleTaskId() {
    for (String in : List.of("path", "query")) {
      for (JsonNode list :
          List.of(
              declaration.node().path("parameters"), declaration.pathItem().path("parameters"))) {
        for (JsonNode parameter : list) {
          String example = parameter.path("example").asText();
          boolean isId = parameter.path("name").asText().toLowerCase(Locale.ROOT).endsWith("id");
          if (isId && parameter.path("in").asText().equals(in) && !example.isEmpty()) {
            return example;
          }
        }
      }
    }
    return "";
  }

  /**
   * {@return the base URL of the provider: the configured one, else the first server of the
   * document} It has no base path when the path of the operation has it. Null when none is known.
   */
  public @Nullable String providerHost() {
    List<ServerUrl> urls = SourceServers.ofDocument(document);
    String configured = document.provider().baseUrl();
    String host =
        configured != null
            ? configured
            : urls.stream()
                .filter(ServerUrl::hasHost)
                .map(ServerUrl::toString)
                .findFirst()
                .orElse(null);
    String basePath = SourceServers.basePath(urls);
    boolean inPath =
        !basePath.isEmpty()
            && declaration.path().equals(basePath + Operations.template(declaration.pathKey()));
    return host != null && inPath && host.endsWith(basePath)
        ? host.substring(0, host.length() - basePath.length())
        : host;
  }
}
