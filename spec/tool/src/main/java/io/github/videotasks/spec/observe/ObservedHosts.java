package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.page.Provider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The hosts whose records are compared, with the base paths and providers of each. */
final class ObservedHosts {
  private record Server(String host, String basePath, String provider) {}

  /** The path of a request below the base path, and the providers of its host. */
  record Target(String path, List<String> providers) {}

  private final List<Server> servers = new ArrayList<>();

  /**
   * Creates the list.
   *
   * @param providers the entries of {@code providers.yaml}
   * @param contract its servers count too
   * @param others hosts that the user names
   * @param only the id of the provider whose hosts are read, with the others; null for all
   */
  ObservedHosts(
      Collection<Provider> providers,
      JsonNode contract,
      Collection<String> others,
      @Nullable String only) {
    for (Provider provider : providers) {
      String url = provider.baseUrl();
      if (url != null && (only == null || only.equals(provider.id()))) {
        add(url, provider.id());
      }
    }
    if (only == null) {
      contract.path("servers").forEach(server -> add(server.path("url").asText(), ""));
    }
    others.forEach(host -> add("//" + host, only == null ? "" : only));
  }

  private void add(String url, String provider) {
    String authority = authority(url);
    if (!authority.isEmpty()) {
      servers.add(new Server(authority, path(url).replaceFirst("/+$", ""), provider));
    }
  }

  /** Returns where a request goes; null if its host is not in the list. */
  @Nullable Target find(String url) {
    String host = authority(url);
    String path = path(url);
    Map<String, TreeSet<String>> byPath = new LinkedHashMap<>();
    for (Server server : servers) {
      if (server.host().equals(host) && path.startsWith(server.basePath() + "/")) {
        TreeSet<String> ids =
            byPath.computeIfAbsent(
                path.substring(server.basePath().length()), p -> new TreeSet<>());
        if (!server.provider().isEmpty()) {
          ids.add(server.provider());
        }
      }
    }
    return byPath.entrySet().stream()
        .findFirst()
        .map(e -> new Target(e.getKey(), List.copyOf(e.getValue())))
        .orElse(null);
  }

  private static String authority(String url) {
    int start = url.indexOf("//");
    String rest = start < 0 ? "" : url.substring(start + 2);
    String authority = rest.split("[/?#]", 2)[0].toLowerCase(Locale.ROOT);
    return authority
        .substring(authority.lastIndexOf('@') + 1)
        .replaceFirst(url.startsWith("http:") ? ":80$" : ":443$", "");
  }

  private static String path(String url) {
    int start = url.indexOf("//");
    String rest = start < 0 ? "" : url.substring(start + 2).split("[?#]", 2)[0];
    int slash = rest.indexOf('/');
    return slash < 0 ? "/" : rest.substring(slash);
  }
}
