package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the contract.
 *
 * @param path its path template
 * @param item the path item that contains it
 * @param node the operation
 * @param urls the URLs that it is sent to
 */
record WrittenOperation(String path, JsonNode item, JsonNode node, Set<String> urls) {
  /** Finds the operation with the most URLs of a declared one, otherwise the one with its path. */
  static @Nullable WrittenOperation find(JsonNode contract, DeclaredOperationPlace declared) {
    Set<String> wanted = declared.urls();
    WrittenOperation samePath = null;
    WrittenOperation sameUrl = null;
    long most = 0;
    for (Map.Entry<String, JsonNode> item : contract.path("paths").properties()) {
      JsonNode node = item.getValue().path(declared.method());
      if (!node.isObject()) {
        continue;
      }
      JsonNode servers = firstServers(node, item.getValue(), contract);
      Set<String> urls = urls(servers, item.getKey());
      WrittenOperation found = new WrittenOperation(item.getKey(), item.getValue(), node, urls);
      // The first server counts when two operations have a URL in common with the declared one.
      long common =
          urls.stream().filter(wanted::contains).count() * 2
              + (urls.contains(declared.firstUrl()) ? 3 : 0);
      if (common > most) {
        most = common;
        sameUrl = found;
      }
      // A relative server has no host; the contract has its path.
      boolean relative = wanted.contains(withoutNames(item.getKey()));
      if (relative || withoutNames(item.getKey()).equals(withoutNames(declared.template()))) {
        samePath = found;
      }
    }
    return sameUrl == null ? samePath : sameUrl;
  }

  private static JsonNode firstServers(JsonNode... owners) {
    for (JsonNode owner : owners) {
      if (!owner.path("servers").isEmpty()) {
        return owner.path("servers");
      }
    }
    return owners[0].path("servers");
  }

  /** Returns the URL of a path on each server; variables have their default values. */
  static Set<String> urls(JsonNode servers, String path) {
    TreeSet<String> urls = new TreeSet<>();
    for (JsonNode server : servers) {
      String url = server.path("url").asText();
      for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
        url =
            url.replace(
                "{" + variable.getKey() + "}", variable.getValue().path("default").asText());
      }
      urls.add(url.replaceAll("/+$", "") + withoutNames(path));
    }
    return urls;
  }

  private static String withoutNames(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }
}
