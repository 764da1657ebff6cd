package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.rule.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds paths that differ only in the names of their parameters: to a server {@code
 * /v1/videos/{id}} and {@code /v1/videos/{task_id}} are one. Each position gets one name: {@code
 * id} where any page calls it so, else the one that most pages use, else the first by the alphabet.
 */
final class PathTemplates {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)\\}");

  private final Map<String, List<Map<String, Integer>>> names = new HashMap<>();

  PathTemplates(List<SpecDocument> documents) {
    for (SpecDocument document : documents) {
      for (Operations.Found found : Operations.of(document)) {
        count(found.path());
      }
    }
  }

  private void count(String path) {
    List<Map<String, Integer>> positions =
        names.computeIfAbsent(shape(path), s -> new ArrayList<>());
    List<String> used = parameters(path);
    for (int i = 0; i < used.size(); i++) {
      if (positions.size() <= i) {
        positions.add(new TreeMap<>());
      }
      positions.get(i).merge(used.get(i), 1, Integer::sum);
    }
  }

  /** Gives the path with the agreed names, and reports a change. */
  String agreed(SpecDocument document, Operations.Found found, Findings out) {
    Map<String, String> renamed = renamed(found.path());
    String path =
        PARAMETER
            .matcher(found.path())
            .replaceAll(
                m ->
                    "{"
                        + Matcher.quoteReplacement(renamed.getOrDefault(m.group(1), m.group(1)))
                        + "}");
    if (!path.equals(found.path())) {
      out.add(
          document.info(
              "path-parameter-name",
              document.place(document.root().path("paths"), found.key()),
              Texts.shown(found.path()) + " is the same path as " + Texts.shown(path),
              "United under the latter"));
    }
    return path;
  }

  /** Gives the agreed name for each parameter of a path. */
  Map<String, String> renamed(String path) {
    List<Map<String, Integer>> positions = names.getOrDefault(shape(path), List.of());
    List<String> used = parameters(path);
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int i = 0; i < used.size() && i < positions.size(); i++) {
      String name = chosen(positions.get(i));
      renamed.put(used.get(i), renamed.containsValue(name) ? used.get(i) : name);
    }
    return renamed;
  }

  private static String chosen(Map<String, Integer> counts) {
    if (counts.containsKey("id")) {
      return "id";
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("id");
  }

  static List<String> parameters(String path) {
    return PARAMETER.matcher(path).results().map(m -> m.group(1)).toList();
  }

  private static String shape(String path) {
    return PARAMETER.matcher(path).replaceAll("{}");
  }
}
