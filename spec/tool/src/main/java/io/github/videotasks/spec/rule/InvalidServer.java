package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.ServerUrl;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;

/** Repairs the servers of the document, its paths and its operations. */
final class InvalidServer implements Rule {
  @Override
  public String id() {
    return "bad-server";
  }

  @Override
  public String rationale() {
    return "A server whose URL is a placeholder ({{base_url}}), relative or on the author's own"
        + " machine cannot be called; its host is left open and its base path is kept, because the"
        + " base path is part of the path of every operation. A document without servers is still"
        + " read.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    if (document.root().get("servers") instanceof ArrayNode servers && !servers.isEmpty()) {
      repair(document, servers, out);
      // Without host and base path a server of the document says nothing.
      servers.removeIf(server -> server.path("url").asText().equals("/"));
    } else {
      out.add(
          document.info(
              id(),
              document.location(document.root(), "servers"),
              "expected a server, found none",
              "The provider's host is left open"));
    }
    for (JsonNode item : document.root().path("paths")) {
      repair(document, item.path("servers"), out);
    }
    Set<ObjectNode> inherited = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      repair(document, operation.node().path("servers"), out);
      if (operation.node().path("servers").isEmpty()) {
        inherited.add(operation.pathItem());
      }
    }
    reportOverridden(document, inherited, out);
  }

  private void reportOverridden(SpecDocument document, Set<ObjectNode> inherited, Findings out) {
    for (JsonNode item : document.root().path("paths")) {
      if (item instanceof ObjectNode path
          && !path.path("servers").isEmpty()
          && !inherited.contains(path)) {
        out.add(
            document.info(
                id(),
                document.location(path, "servers"),
                "found servers of a path whose operations all have servers of their own",
                "Left out"));
      }
    }
  }

  private void repair(SpecDocument document, JsonNode servers, Findings out) {
    for (Iterator<JsonNode> all = servers.iterator(); all.hasNext(); ) {
      if (!(all.next() instanceof ObjectNode server) || !repair(document, server, out)) {
        all.remove();
      }
    }
  }

  /** Repairs one server; returns false when it must be removed. */
  private boolean repair(SpecDocument document, ObjectNode server, Findings out) {
    String written = server.path("url").asText();
    ServerVariables.replace(document, server, out);
    String url = server.path("url").asText();
    ServerUrl parsed = ServerUrlParser.parse(url.strip());
    if (parsed == null || HostileText.isHostile(parsed.toString())) {
      out.add(notCallable(document, server, written, "Removed the server"));
      return false;
    }
    if (!parsed.hasHost()) {
      out.add(
          notCallable(
              document,
              server,
              written,
              parsed.basePath().isEmpty()
                  ? "Removed the server"
                  : "Left the host open, kept the base path " + parsed.basePath()));
    } else if (!parsed.toString().equals(url)) {
      out.add(
          document.info(
              id(),
              document.location(server, "url"),
              "expected scheme, host and path without a slash at the end as server URL, found '"
                  + MessageText.excerpt(written)
                  + "'",
              "Read as " + parsed));
    }
    server.put("url", parsed.toString());
    return true;
  }

  private Finding notCallable(SpecDocument document, ObjectNode server, String url, String action) {
    return document.warning(
        id(),
        document.location(server),
        "expected a URL that clients can call, found '" + MessageText.excerpt(url) + "'",
        action);
  }
}
