package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * URL of a server as the rules leave it: {@code https://host/base}, or {@code /base} when the page
 * does not say the host.
 *
 * @param origin scheme and host; empty when the page leaves the host open
 * @param basePath the path that precedes the paths of operations, without a slash at its end; empty
 *     when there is none
 * @param otherValues the values that variables of the URL have elsewhere; empty when there are none
 */
public record ServerUrl(String origin, String basePath, String otherValues) {
  /** Extension of a repaired server object: the values that its variables have elsewhere. */
  public static final String OTHER_VALUES = "x-other-values";

  /**
   * Creates the URL of a server without variables.
   *
   * @param origin scheme and host
   * @param basePath the path that precedes the paths of operations, without a slash at its end
   */
  public ServerUrl(String origin, String basePath) {
    this(origin, basePath, "");
  }

  /**
   * {@return the URL of a repaired server object}
   *
   * @param server an object with {@code url} and possibly {@code variables}
   */
  public static ServerUrl of(JsonNode server) {
    String url = server.path("url").asText();
    int host = url.indexOf("://");
    int path = url.indexOf('/', host < 0 ? 0 : host + 3);
    String basePath = path < 0 ? "" : url.substring(path);
    return new ServerUrl(
        path < 0 ? url : url.substring(0, path),
        basePath.equals("/") ? "" : basePath,
        server.path(OTHER_VALUES).asText());
  }

  /**
   * {@return the URLs of a list of repaired server objects}
   *
   * @param servers a list of server objects; a missing node counts as empty
   */
  public static List<ServerUrl> listOf(JsonNode servers) {
    List<ServerUrl> urls = new ArrayList<>();
    servers.forEach(server -> urls.add(of(server)));
    return List.copyOf(urls);
  }

  /** {@return whether the page says the host} */
  public boolean hasHost() {
    return !origin.isEmpty();
  }

  /** {@return the same host without a base path} */
  public ServerUrl withoutBasePath() {
    return new ServerUrl(origin, "", otherValues);
  }

  /** Returns the URL as text; {@code /} when neither host nor base path is known. */
  @Override
  public String toString() {
    return origin.isEmpty() && basePath.isEmpty() ? "/" : origin + basePath;
  }
}
