package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.LineNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code providers.yaml}; an invalid entry is rejected with its line. */
final class ProvidersReader {
  private static final List<String> ENTRY_KEYS =
      List.of("id", "page", "host", "family", "format", "origin", "source", "fetched", "sha256");
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");
  private static final Pattern BASE_URL = Pattern.compile("https?://[^\\s\"'`\\\\{}<>]+");

  private final String fileName;
  private LineNumbers lines = new LineNumbers();

  ProvidersReader(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  List<ProviderRegistry.ProviderEntry> read(String text) {
    List<YamlReader.YamlDocument> trees =
        new YamlReader(YamlLimits.DEFAULT).read(text, fileName, 1);
    if (trees.isEmpty()) {
      return List.of();
    }
    lines = trees.get(0).lines();
    if (trees.size() > 1 || !(trees.get(0).root() instanceof ObjectNode root)) {
      throw rejected(
          new SourceLocation(fileName, 1),
          "expected one object with 'providers', found something else");
    }
    checkKeys(root, List.of("providers"));
    JsonNode entries = root.path("providers");
    if (!entries.isArray() && !entries.isNull()) {
      throw rejected(location(root, "providers"), "expected a list of entries for 'providers'");
    }
    List<ProviderRegistry.ProviderEntry> read = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      SourceLocation location = new SourceLocation(fileName, lines.lineOf(entries, i));
      if (!(entries.get(i) instanceof ObjectNode entry)) {
        throw rejected(location, "expected an entry with 'id' and 'page', found something else");
      }
      Provider provider = readEntry(entry, location);
      read.add(new ProviderRegistry.ProviderEntry(provider, location, readSource(entry, provider)));
    }
    return read;
  }

  private Provider readEntry(ObjectNode entry, SourceLocation location) {
    checkKeys(entry, ENTRY_KEYS);
    for (Map.Entry<String, JsonNode> property : entry.properties()) {
      if (!property.getValue().isTextual()) {
        throw rejected(
            location(entry, property.getKey()),
            "expected a string for '" + property.getKey() + "'");
      }
    }
    String id = text(entry, "id");
    String page = text(entry, "page");
    String host = text(entry, "host");
    if (id == null || page == null) {
      throw rejected(location, "expected an entry with 'id' and 'page'");
    }
    if (!ID.matcher(id).matches()) {
      throw rejected(
          location(entry, "id"),
          "expected an id of letters, digits, '.', '_' and '-', found '"
              + MessageText.excerpt(id)
              + "'");
    }
    if (!RelativePath.isBelowFolder(page)) {
      throw rejected(
          location(entry, "page"),
          "expected a path below pages/ such as acme.md, found '"
              + MessageText.excerpt(page)
              + "'");
    }
    if (host != null && !BASE_URL.matcher(host).matches()) {
      throw rejected(
          location(entry, "host"),
          "expected a URL such as https://api.example.com, found '"
              + MessageText.excerpt(host)
              + "'");
    }
    return new Provider(
        id, page, host, text(entry, "family"), text(entry, "format"), text(entry, "origin"));
  }

  private @Nullable PageSourceUrl readSource(ObjectNode entry, Provider provider) {
    String url = text(entry, "source");
    if (url == null) {
      return null;
    }
    SourceLocation location = location(entry, "source");
    String problem = PageSourceUrl.findProblem(url);
    if (problem != null) {
      throw rejected(location, problem);
    }
    return new PageSourceUrl(provider.id(), provider.pageFile(), url, location);
  }

  private void checkKeys(ObjectNode object, List<String> known) {
    String unknown = KnownKeys.firstUnknown(object, known);
    if (unknown != null) {
      throw rejected(location(object, unknown), KnownKeys.message(unknown, known));
    }
  }

  private static @Nullable String text(ObjectNode entry, String key) {
    return entry.has(key) ? entry.path(key).textValue() : null;
  }

  private SourceLocation location(ObjectNode object, String key) {
    return new SourceLocation(fileName, lines.lineOf(object, key));
  }

  private static RejectedInputException rejected(SourceLocation location, String message) {
    return new RejectedInputException(
        "providers-file", location, message, "Write the entry like the others");
  }
}
