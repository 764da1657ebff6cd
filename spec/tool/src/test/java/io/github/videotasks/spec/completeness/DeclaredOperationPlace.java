package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An operation of a page.
 *
 * @param method the HTTP method, in lower case
 * @param path the path template of the page
 * @param item the path item that contains the operation
 * @param place the operation
 */
record DeclaredOperationPlace(String method, String path, ModelPlace item, ModelPlace place) {
  static List<DeclaredOperationPlace> of(PageModel page) {
    List<DeclaredOperationPlace> operations = new ArrayList<>();
    for (ModelPlace reference : page.root().child("paths").properties()) {
      ModelPlace item = reference.resolved();
      for (ModelPlace operation : item.properties()) {
        if (ContractComparison.METHODS.contains(operation.name())) {
          operations.add(
              new DeclaredOperationPlace(operation.name(), reference.name(), item, operation));
        }
      }
    }
    return operations;
  }

  /** Returns the servers of the operation itself, of its path or of the document. */
  ModelPlace servers() {
    for (ModelPlace owner : List.of(place, item, place.page().root())) {
      if (!owner.node().path("servers").isEmpty()) {
        return owner.child("servers");
      }
    }
    return place.page().root().child("servers");
  }

  /** Returns the URLs that reach the operation. */
  Set<String> urls() {
    return WrittenOperation.urls(servers().node(), template());
  }

  /** Returns the URL on the first server; empty without a server. */
  String firstUrl() {
    ArrayNode first = JsonNodes.array();
    if (servers().node().has(0)) {
      first.add(servers().node().get(0));
    }
    return WrittenOperation.urls(first, template()).stream().findFirst().orElse("");
  }

  /** Returns the parameters of the operation and of its path, by place and name. */
  Map<String, ModelPlace> parameters() {
    Map<String, ModelPlace> parameters = new LinkedHashMap<>();
    for (ModelPlace owner : List.of(item, place)) {
      for (ModelPlace reference : owner.child("parameters").items()) {
        ModelPlace parameter = reference.resolved();
        parameters.put(key(parameter.node(), path), parameter);
      }
    }
    for (String part : query()) {
      String[] pair = part.split("=", 2);
      ObjectNode parameter = JsonNodes.object().put("name", pair[0]).put("in", "query");
      parameter.put("required", true).putObject("schema").put("type", "string");
      parameter.withObjectProperty("schema").putArray("enum").add(pair[1]);
      parameters.put(
          key(parameter, path), new ModelPlace(place.page(), item.pointer(), parameter, item));
    }
    return parameters;
  }

  /** Returns the parameters that the path itself has, such as {@code Action=Submit}. */
  private List<String> query() {
    String query =
        path.contains("?") ? path.replaceFirst("#.*", "").replaceFirst("[^?]*\\?", "") : "";
    return Stream.of(query.split("&", -1)).filter(part -> part.contains("=")).toList();
  }

  /** Returns the path without query and fragment. */
  String template() {
    return path.replaceFirst("[?#].*", "");
  }

  /** Returns the key of a parameter; in a path its position counts, because the name may change. */
  static String key(JsonNode parameter, String path) {
    String place = parameter.path("in").asText();
    String name = parameter.path("name").asText();
    if (!place.equals("path")) {
      return place
          + ":"
          + (place.equals("header") ? name.toLowerCase(java.util.Locale.ROOT) : name);
    }
    int at = path.indexOf("{" + name + "}");
    return "path:" + path.substring(0, Math.max(at, 0)).chars().filter(c -> c == '{').count();
  }
}
