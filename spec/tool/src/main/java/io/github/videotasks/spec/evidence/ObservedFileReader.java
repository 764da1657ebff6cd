package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.Provider;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.TextFile;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.page.YamlReader.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads recorded responses from {@code observed/PROVIDER/NAME.json}, sorted by name. */
public final class ObservedFileReader {
  private static final Pattern NAME = Pattern.compile("[^/]+/[A-Za-z0-9._-]+\\.json");
  private static final Pattern STATUS = Pattern.compile("[1-5][0-9][0-9]");
  private static final String REMEDY =
      "Write the file with spec-tool observe --as PROVIDER, or delete it";

  private final Map<String, Provider> providers = new LinkedHashMap<>();
  private final Findings out;

  /**
   * Creates a reader.
   *
   * @param documents the documents of the pages, which name the providers
   * @param out receives an error for each file that cannot be read
   */
  public ObservedFileReader(List<SpecDocument> documents, Findings out) {
    documents.forEach(d -> providers.putIfAbsent(d.provider().id(), d.provider()));
    this.out = out;
  }

  /**
   * Reads the files of a folder.
   *
   * @param folder the folder {@code observed}
   * @return the recorded responses, by file name; empty without the folder
   * @throws IOException when a file cannot be read
   */
  public List<ObservedFile> read(Path folder) throws IOException {
    List<ObservedFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      List<String> names =
          found
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.startsWith(".") && !name.contains("/."))
              .filter(name -> !name.equalsIgnoreCase("README.md"))
              .sorted()
              .toList();
      for (String name : names) {
        try {
          files.add(read(folder, name));
        } catch (RejectedInputException e) {
          out.add(e.finding());
        }
      }
    }
    return files;
  }

  private ObservedFile read(Path folder, String name) throws IOException {
    String file = ObservedFile.FOLDER + name;
    Provider provider = providers.get(name.split("/", 2)[0]);
    if (!NAME.matcher(name).matches() || provider == null) {
      throw rejected(
          file, 0, "expected a file PROVIDER/NAME.json of a provider with a page, found another");
    }
    List<YamlDocument> trees =
        new YamlReader(YamlLimits.DEFAULT).read(TextFile.read(folder.resolve(name), file), file, 1);
    if (trees.size() != 1 || !(trees.get(0).root() instanceof ObjectNode root)) {
      throw rejected(file, 1, "expected one JSON object, found something else");
    }
    if (!root.path("origin").asText().equals("observed")
        || !root.path("method").isTextual()
        || !root.path("path").isTextual()
        || !STATUS.matcher(root.path("status").asText()).matches()
        || !root.has("body")) {
      throw rejected(
          file, 1, "expected origin (observed), method, path, status and body, found others");
    }
    JsonNode type = root.path("mediaType");
    return new ObservedFile(
        new SpecDocument(provider, file, root, trees.get(0).lines()),
        root.path("method").textValue(),
        root.path("path").textValue(),
        root.path("status").asText(),
        type.asText("application/json"),
        root.path("body"));
  }

  private static RejectedInputException rejected(String file, int line, String message) {
    return new RejectedInputException(
        "observed-file", new SourceLocation(file, line), message, REMEDY);
  }
}
