package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
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
 * Unifies paths that differ only in the names of their parameters: to a server, {@code
 * /v1/videos/{id}} and {@code /v1/videos/{task_id}} are the same. Each position gets one name:
 * {@code id} if any page uses it, otherwise the most frequent name, and of several the
 * alphabetically first.
 */
final class PathParameterNames {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)\\}");

  private final Map<String, List<Map<String, Integer>>> nameCounts = new HashMap<>();
  private final Map<String, List<String>> chosenNames = new HashMap<>();

  PathParameterNames(List<SpecDocument> documents, BasePaths basePaths) {
    for (SpecDocument document : documents) {
      for (Operations.DeclaredOperation found : basePaths.operations(document)) {
        count(found.path());
      }
    }
  }

  private void count(String path) {
    List<Map<String, Integer>> positions =
        nameCounts.computeIfAbsent(withoutNames(path), s -> new ArrayList<>());
    List<String> used = parameters(path);
    for (int i = 0; i < used.size(); i++) {
      if (positions.size() <= i) {
        positions.add(new TreeMap<>());
      }
      positions.get(i).merge(used.get(i), 1, Integer::sum);
    }
  }

  /** Returns the path with the unified names, and reports a change. */
  String unifiedPath(SpecDocument document, Operations.DeclaredOperation found, Findings out) {
    Map<String, String> renamed = unifiedNames(found.path());
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
              document.location(document.root().path("paths"), found.pathKey()),
              MessageText.excerpt(found.path())
                  + " is the same path as "
                  + MessageText.excerpt(path),
              "Merged under the latter"));
    }
    return path;
  }

  /** Returns the unified name for each parameter of a path, by its own name. */
  Map<String, String> unifiedNames(String path) {
    List<String> chosen =
        chosenNames.computeIfAbsent(
            withoutNames(path),
            plain ->
                nameCounts.getOrDefault(plain, List.of()).stream()
                    .map(PathParameterNames::chooseName)
                    .toList());
    List<String> used = parameters(path);
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int i = 0; i < used.size() && i < chosen.size(); i++) {
      String name = chosen.get(i);
      renamed.put(used.get(i), renamed.containsValue(name) ? used.get(i) : name);
    }
    return renamed;
  }

  private static String chooseName(Map<String, Integer> counts) {
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

  static String withoutNames(String path) {
    return PARAMETER.matcher(path).replaceAll("{}");
  }
}
