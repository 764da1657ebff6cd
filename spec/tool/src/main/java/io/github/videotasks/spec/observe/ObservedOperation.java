package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the contract.
 *
 * @param id its operationId
 * @param method the HTTP method in upper case
 * @param path the path template
 * @param providers the ids of the providers whose pages describe it
 * @param node the operation in the contract
 * @param url matches the paths of its requests
 */
record ObservedOperation(
    String id, String method, String path, List<String> providers, JsonNode node, Pattern url) {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^{}/]*}");

  static ObservedOperation of(String path, String method, JsonNode node) {
    List<String> providers =
        Stream.iterate(0, i -> i < node.path("x-providers").size(), i -> i + 1)
            .map(i -> node.path("x-providers").get(i).asText())
            .toList();
    String literal =
        Stream.of(PARAMETER.split(path, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^/]+"));
    return new ObservedOperation(
        node.path("operationId").asText(method + " " + path),
        method.toUpperCase(Locale.ROOT),
        path,
        providers,
        node,
        Pattern.compile(literal + "/?"));
  }

  /** Returns whether the path has no parameter, so that it precedes templates that match too. */
  boolean isLiteral() {
    return path.indexOf('{') < 0;
  }

  /** Returns the declared response of a status code: itself, its class, or the default. */
  @Nullable JsonNode response(int status) {
    JsonNode responses = node.path("responses");
    for (String key : new String[] {"" + status, status / 100 + "XX", status / 100 + "xx"}) {
      if (responses.has(key)) {
        return responses.path(key);
      }
    }
    return status < 400 ? null : responses.get("default");
  }
}
