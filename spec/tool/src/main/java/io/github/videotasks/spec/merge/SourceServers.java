package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.ServerUrl;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.List;

/**
 * The servers that one page declares for an operation: those of the operation, else of its path,
 * else of the document.
 *
 * @param urls the URLs in the order of the page; empty when the page leaves the host open
 * @param own whether they differ from the servers of the document
 * @param location where the page declares them
 */
record SourceServers(List<ServerUrl> urls, boolean own, SourceLocation location) {
  static SourceServers of(SpecDocument document, Operations.DeclaredOperation operation) {
    List<ServerUrl> shared = ofDocument(document);
    for (JsonNode owner : List.of(operation.node(), operation.pathItem())) {
      if (!owner.path("servers").isEmpty()) {
        List<ServerUrl> urls = ServerUrl.listOf(owner.path("servers"));
        return new SourceServers(urls, !urls.equals(shared), document.location(owner, "servers"));
      }
    }
    return new SourceServers(shared, false, document.location(document.root(), "servers"));
  }

  static List<ServerUrl> ofDocument(SpecDocument document) {
    return ServerUrl.listOf(document.root().path("servers"));
  }

  /** Returns the base path of the operation: that of the first server. */
  String basePath() {
    return basePath(urls);
  }

  static String basePath(List<ServerUrl> urls) {
    return urls.isEmpty() ? "" : urls.get(0).basePath();
  }

  /** Returns whether the page says at which host the operation is. */
  boolean hasHost() {
    return urls.stream().anyMatch(ServerUrl::hasHost);
  }
}
