package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects examples, numbering them by provider in the order of pages and lines. */
public final class Examples {
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Example> all = new ArrayList<>();

  /** Gives every example that was collected. */
  public List<Example> all() {
    return all;
  }

  /** Collects the examples of a media type object: {@code example} and {@code examples}. */
  public List<Example> of(SpecDocument document, JsonNode media) {
    List<Example> found = new ArrayList<>();
    RefResolver refs = new RefResolver(document);
    for (Map.Entry<String, JsonNode> entry : media.path("examples").properties()) {
      JsonNode value = refs.resolve(entry.getValue()).get("value");
      if (value != null) {
        int line = document.lines().of(media.path("examples"), entry.getKey());
        found.add(add(document, entry.getKey(), line, value));
      }
    }
    if (media.has("example")) {
      found.add(add(document, "", document.lines().of(media, "example"), media.path("example")));
    }
    return found;
  }

  private Example add(SpecDocument document, String name, int line, JsonNode value) {
    int n = counts.merge(document.provider().id(), 1, Integer::sum);
    Example example =
        new Example(document, n, name.isEmpty() ? Integer.toString(n) : name, line, value);
    all.add(example);
    return example;
  }
}
