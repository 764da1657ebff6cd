package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.tree.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code providers.yaml}; what is not one is refused at its line. */
final class ProvidersReader {
  private static final List<String> KEYS =
      List.of("id", "page", "host", "family", "format", "origin", "fetched", "sha256");
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");
  private static final Pattern HOST = Pattern.compile("https?://[^\\s\"'`\\\\{}<>]+");

  private final String name;
  private Lines lines = new Lines();

  ProvidersReader(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  List<Providers.Entry> read(String text) {
    List<YamlReader.Tree> trees = new YamlReader(Limits.DEFAULT).read(text, name, 1);
    if (trees.isEmpty()) {
      return List.of();
    }
    lines = trees.get(0).lines();
    if (trees.size() > 1 || !(trees.get(0).root() instanceof ObjectNode root)) {
      throw refused(
          new Place(name, 1), "expected one object with 'providers', found another thing");
    }
    keys(root, List.of("providers"));
    JsonNode entries = root.path("providers");
    if (!entries.isArray() && !entries.isNull()) {
      throw refused(place(root, "providers"), "expected a list of entries for 'providers'");
    }
    List<Providers.Entry> read = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Place place = new Place(name, lines.of(entries, i));
      if (!(entries.get(i) instanceof ObjectNode entry)) {
        throw refused(place, "expected an entry with 'id' and 'page', found another thing");
      }
      read.add(new Providers.Entry(entry(entry, place), place));
    }
    return read;
  }

  private Provider entry(ObjectNode entry, Place place) {
    keys(entry, KEYS);
    for (Map.Entry<String, JsonNode> member : entry.properties()) {
      if (!member.getValue().isTextual()) {
        throw refused(
            place(entry, member.getKey()), "expected a text for '" + member.getKey() + "'");
      }
    }
    String id = text(entry, "id");
    String page = text(entry, "page");
    String host = text(entry, "host");
    if (id == null || page == null) {
      throw refused(place, "expected an entry with 'id' and 'page'");
    }
    if (!ID.matcher(id).matches()) {
      throw refused(
          place(entry, "id"),
          "expected an id of letters, digits, '.', '_' and '-', found '" + Texts.shown(id) + "'");
    }
    if (host != null && !HOST.matcher(host).matches()) {
      throw refused(
          place(entry, "host"),
          "expected an address such as https://api.example.com, found '" + Texts.shown(host) + "'");
    }
    return new Provider(
        id, page, host, text(entry, "family"), text(entry, "format"), text(entry, "origin"));
  }

  private void keys(ObjectNode object, List<String> known) {
    String stray = KnownKeys.stray(object, known);
    if (stray != null) {
      throw refused(place(object, stray), KnownKeys.problem(stray, known));
    }
  }

  private static @Nullable String text(ObjectNode entry, String key) {
    return entry.has(key) ? entry.path(key).textValue() : null;
  }

  private Place place(ObjectNode object, String key) {
    return new Place(name, lines.of(object, key));
  }

  private static RefusedException refused(Place place, String message) {
    return new RefusedException(
        "providers-file", place, message, "Write the entry as the others are");
  }
}
