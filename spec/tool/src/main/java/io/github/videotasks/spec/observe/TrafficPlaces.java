package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.videotasks.spec.page.TextFile;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The status values and the places of URLs and status values that are known: those of the tables in
 * {@code status-values.yaml} and {@code known-places.yaml}, if the folder has them, and those that
 * the contract's examples show.
 */
final class TrafficPlaces {
  private final Set<String> statusValues = new HashSet<>();
  private final Set<String> shownUrls = new HashSet<>();
  private final JsonNode places;
  private final Pattern tableUrls;
  private final Pattern tableStatus;

  private TrafficPlaces(JsonNode values, JsonNode places, JsonNode contract) {
    this.places = places;
    values.path("values").properties().forEach(e -> statusValues.add(normalize(e.getKey())));
    for (JsonNode example : contract.path("components").path("examples")) {
      collectUrls(example.path("value"), "");
    }
    tableUrls =
        alternatives(
            Stream.concat(paths("url", "anywhere"), paths("url", "task")), paths("url", "names"));
    tableStatus = alternatives(paths("status", "places"), Stream.of());
  }

  static TrafficPlaces read(Path specFolder, JsonNode contract) throws IOException {
    return new TrafficPlaces(
        readTable(specFolder, "status-values.yaml"),
        readTable(specFolder, "known-places.yaml"),
        contract);
  }

  private static JsonNode readTable(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return MissingNode.getInstance();
    }
    List<YamlReader.YamlDocument> trees =
        new YamlReader(YamlLimits.DEFAULT).read(TextFile.read(file, name), name, 1);
    return trees.isEmpty() ? MissingNode.getInstance() : trees.get(0).root();
  }

  private Stream<String> paths(String table, String list) {
    JsonNode paths = places.path(table).path(list);
    return Stream.iterate(0, i -> i < paths.size(), i -> i + 1).map(i -> paths.get(i).asText());
  }

  /** A path, and after it the name of a property of a file. */
  private static Pattern alternatives(Stream<String> paths, Stream<String> names) {
    String files = names.map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?:"
            + paths.map(TrafficPlaces::pattern).collect(Collectors.joining("|"))
            + ")"
            + (files.isEmpty() ? "" : "(?:\\.(?:" + files + "))?"));
  }

  private static String pattern(String path) {
    return Stream.of(path.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("[^.]*"));
  }

  private void collectUrls(JsonNode node, String path) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      collectUrls(
          property.getValue(), path.isEmpty() ? property.getKey() : path + "." + property.getKey());
    }
    if (node.isArray()) {
      node.forEach(item -> collectUrls(item, path));
    }
    if (isUrl(node)) {
      shownUrls.add(path);
    }
  }

  /** Returns whether a value is the URL of a file. */
  static boolean isUrl(JsonNode value) {
    String text = value.asText().strip().toLowerCase(Locale.ROOT);
    return value.isTextual() && (text.startsWith("https://") || text.startsWith("http://"));
  }

  /**
   * Returns whether URLs are known at a place.
   *
   * @param path names of properties, without lists, such as {@code detail.url}
   */
  boolean isUrlPlace(String path) {
    return shownUrls.contains(path) || matches(tableUrls, "url", path);
  }

  /** Returns whether the tables read the status of a task at a place. */
  boolean isStatusPlace(String path) {
    return matches(tableStatus, "status", path);
  }

  /** Returns whether the table of status values has a value. */
  boolean isStatusValue(String value) {
    return statusValues.contains(normalize(value));
  }

  private boolean matches(Pattern table, String wrappers, String path) {
    Set<String> names = paths(wrappers, "wrappers").collect(Collectors.toSet());
    String rest = path;
    while (!table.matcher(rest).matches()) {
      int dot = rest.indexOf('.');
      if (dot < 0 || !names.contains(rest.substring(0, dot))) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return true;
  }

  private static String normalize(String value) {
    return value.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }
}
