package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
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

  /**
   * Compares the servers of a path or an operation, which replace those of their owner: where only
   * one contract has some, they are compared with what the other one inherits.
   *
   * @param before the contract, the path and for an operation the operation itself
   * @param after the same of the other contract
   */
  void compareOverrides(
      ContractLocation location, List<? extends JsonNode> before, List<? extends JsonNode> after) {
    int last = before.size() - 1;
    if (!before.get(last).path("servers").isEmpty() || !after.get(last).path("servers").isEmpty()) {
      compare(location, effective(before), effective(after));
    }
  }

  private static JsonNode effective(List<? extends JsonNode> owners) {
    JsonNode servers = MissingNode.getInstance();
    for (JsonNode owner : owners) {
      servers = owner.path("servers").isEmpty() ? servers : owner.path("servers");
    }
    return servers;
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
