package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The paths of a document while a rule goes through them: each is kept under the name that the rule
 * gives it, in the old order and with its line; one that is not kept is gone.
 */
final class PathRenamer {
  private final SpecDocument document;
  private final ObjectNode paths;
  private final Map<String, JsonNode> kept = new LinkedHashMap<>();

  PathRenamer(SpecDocument document, ObjectNode paths) {
    this.document = document;
    this.paths = paths;
  }

  /**
   * Keeps a path.
   *
   * @return its name now: the wanted one, with a fragment when another path is called so already
   */
  String keep(String key, String wanted) {
    String free = wanted;
    for (int n = 2; !wanted.equals(key) && (paths.has(free) || kept.containsKey(free)); n++) {
      free = wanted + "#" + n;
    }
    document.lines().recordKey(paths, free, document.lines().lineOf(paths, key));
    kept.put(free, paths.get(key));
    return free;
  }

  /** Puts the kept paths in the place of all. */
  void apply() {
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    if (!names.equals(List.copyOf(kept.keySet()))) {
      paths.removeAll();
      kept.forEach(paths::set);
    }
  }
}
