package io.github.videotasks.ext.payload;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.UrlPlace.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the URLs at the rows of {@link UrlPlaces}. Goes through objects, lists and texts that hold
 * JSON, to a limited depth and for a limited number of wrappers, so that the cost is in proportion
 * to the size of the response.
 */
final class UrlPlaceReader {

  /** Wrappers inside wrappers, and lists inside the value at the end of a path. */
  private static final int MAX_DEPTH = 4;

  /** Real responses have fewer than ten. */
  private static final int MAX_WRAPPERS = 100;

  private static final Set<String> PATHS =
      UrlPlaces.ROWS.stream().map(UrlPlace::path).collect(Collectors.toUnmodifiableSet());

  /** Receives the URLs that are found. */
  interface Sink {

    /**
     * Receives a URL.
     *
     * @param jsonPath the path of the property, such as {@code videos[0].url}
     * @param url an http(s) URL without blanks around it
     */
    void found(UrlPlace place, String jsonPath, String url);
  }

  private record Wrapper(JsonValue value, String path, int depth) {}

  private final Set<Scope> scopes;
  private final Sink sink;

  /** Creates a reader of the rows with one of the scopes. */
  UrlPlaceReader(Set<Scope> scopes, Sink sink) {
    this.scopes = scopes;
    this.sink = sink;
  }

  /** Reads the rows at the task, then at each wrapper, outer ones first. */
  void read(JsonValue task) {
    Queue<Wrapper> queue = new ArrayDeque<>(List.of(new Wrapper(task, "", 0)));
    int seen = 1;
    while (!queue.isEmpty()) {
      Wrapper wrapper = queue.remove();
      readRows(wrapper);
      for (Wrapper inner :
          wrapper.depth < MAX_DEPTH ? innerWrappers(wrapper) : List.<Wrapper>of()) {
        if (seen < MAX_WRAPPERS) {
          queue.add(inner);
          seen++;
        }
      }
    }
  }

  private void readRows(Wrapper wrapper) {
    for (UrlPlace place : UrlPlaces.ROWS) {
      boolean present = wrapper.value.get(place.steps().get(0)) != null;
      if (present
          && scopes.contains(place.scope())
          && (wrapper.depth == 0 || !place.atTaskOnly())) {
        JsonPathWalker.walk(
            place.steps(),
            wrapper.value,
            wrapper.path,
            (path, value) -> {
              // A property with a row of its own does not belong to the row with a "*".
              if (path.equals(place.path()) || !PATHS.contains(path)) {
                readFile(place, value, path, 0);
              }
            });
      }
    }
  }

  private static List<Wrapper> innerWrappers(Wrapper outer) {
    List<Wrapper> wrappers = new ArrayList<>();
    for (String name : UrlPlaces.WRAPPERS) {
      JsonValue property = outer.value.get(name);
      if (property == null) {
        continue;
      }
      JsonValue value = JsonText.open(property);
      String path = JsonPathWalker.join(outer.path, name);
      if (value.kind() == JsonValue.Kind.OBJECT) {
        wrappers.add(new Wrapper(value, path, outer.depth + 1));
      }
      int index = 0;
      for (JsonValue element : value.elements()) {
        if (element.kind() == JsonValue.Kind.OBJECT && wrappers.size() < MAX_WRAPPERS) {
          wrappers.add(new Wrapper(element, JsonPathWalker.join(path, index), outer.depth + 1));
        }
        index++;
      }
    }
    return wrappers;
  }

  /** Reads the value at the end of a path; returns true if it holds a URL that is not an image. */
  private boolean readFile(UrlPlace place, JsonValue value, String path, int depth) {
    String url = FileUrl.parse(value.asString());
    if (url != null) {
      sink.found(place, path, url);
      return !FileUrl.isImage(url);
    }
    if (depth == MAX_DEPTH) {
      return false;
    }
    JsonValue opened = JsonText.open(value);
    boolean found = false;
    switch (opened.kind()) {
      case STRING -> found = !opened.equals(value) && readFile(place, opened, path, depth + 1);
      case ARRAY -> {
        int index = 0;
        for (JsonValue element : opened.elements()) {
          found |= readFile(place, element, JsonPathWalker.join(path, index), depth + 1);
          index++;
        }
      }
      case OBJECT -> found = readFileObject(place, opened, path, depth);
      default -> {}
    }
    return found;
  }

  /** Reads one URL of an object: the others link to the same file, unless this one is an image. */
  private boolean readFileObject(UrlPlace place, JsonValue object, String path, int depth) {
    for (String name : UrlPlaces.FILE_URL_NAMES) {
      JsonValue property = object.get(name);
      if (property != null
          && readFile(place, property, JsonPathWalker.join(path, name), depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
