package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Compares two lists of servers. */
final class ServerChanges {
  private final ChangeCollector changes;
  private final KeywordChanges keywords;

  ServerChanges(ChangeCollector changes) {
    this.changes = changes;
    this.keywords = new KeywordChanges(changes);
  }

  void compare(ContractLocation owner, JsonNode before, JsonNode after) {
    Map<String, JsonNode> was = byUrl(before);
    Map<String, JsonNode> is = byUrl(after);
    was.forEach(
        (url, server) -> {
          JsonNode other = is.get(url);
          if (other == null) {
            changes.add(Impact.BREAKING, owner.text(), "server removed", url, null);
          } else {
            keywords.compare(owner.child("server " + url), server, other, Set.of("url"));
          }
        });
    is.keySet().stream()
        .filter(url -> !was.containsKey(url))
        .forEach(url -> changes.add(Impact.COMPATIBLE, owner.text(), "server added", null, url));
    compareDefaultServer(owner, was, is);
  }

  /** The first server is the default of clients. */
  private void compareDefaultServer(
      ContractLocation owner, Map<String, JsonNode> was, Map<String, JsonNode> is) {
    String before = was.keySet().stream().findFirst().orElse("");
    String after = is.keySet().stream().findFirst().orElse("");
    if (!before.equals(after) && !before.isEmpty() && is.containsKey(before)) {
      changes.add(Impact.BREAKING, owner.text(), "default server changed", before, after);
    }
  }

  private static Map<String, JsonNode> byUrl(JsonNode servers) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    servers.forEach(server -> found.putIfAbsent(server.path("url").asText(), server));
    return found;
  }
}
