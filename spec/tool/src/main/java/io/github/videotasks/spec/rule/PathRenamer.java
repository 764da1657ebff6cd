package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renames the paths of a document for a rule. A kept path has the key that the rule chooses, in the
 * old order and with its line; a path that is not kept is removed.
 */
final class PathRenamer {
  private final SpecDocument document;
  private final ObjectNode paths;
  private final Map<String, JsonNode> kept = new LinkedHashMap<>();

  /** The last number that was appended to each wanted key. */
  private final Map<String, Integer> suffixes = new HashMap<>();

  PathRenamer(SpecDocument document, ObjectNode paths) {
    this.document = document;
    this.paths = paths;
  }

  /**
   * Keeps a path under a new key.
   *
   * @return the wanted key, with a fragment such as {@code #2} when another path has it already
   */
  String keep(String key, String wanted) {
    String free = wanted;
    while (!wanted.equals(key) && (paths.has(free) || kept.containsKey(free))) {
      free = wanted + "#" + suffixes.merge(wanted, 2, (last, first) -> last + 1);
    }
    document.lines().recordKey(paths, free, document.lines().lineOf(paths, key));
    kept.put(free, paths.get(key));
    return free;
  }

  /** Replaces the paths of the document by the kept ones. */
  void apply() {
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    if (!names.equals(List.copyOf(kept.keySet()))) {
      paths.removeAll();
      kept.forEach(paths::set);
    }
  }
}
