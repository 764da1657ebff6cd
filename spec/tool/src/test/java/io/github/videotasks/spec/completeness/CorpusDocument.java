package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real OpenAPI document of a package.
 *
 * @param name its path in the package
 * @param root the document
 */
record CorpusDocument(String name, ObjectNode root) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /**
   * Reads documents of OpenAPI 3.0 and 3.1, spread evenly over a folder.
   *
   * @param folder the folder of an installed package
   * @param count how many files to read
   * @param maxBytes the size of the largest file that is read
   */
  static List<CorpusDocument> read(Path folder, int count, long maxBytes) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files =
          found
              .filter(
                  file -> file.toString().endsWith(".json") && file.toFile().length() <= maxBytes)
              .sorted()
              .toList();
    }
    List<CorpusDocument> documents = new ArrayList<>();
    int step = Math.max(1, files.size() / count);
    for (int i = 0; i < files.size(); i += step) {
      JsonNode document = JSON.readTree(files.get(i).toFile());
      if (document.path("openapi").asText().startsWith("3.")
          && document instanceof ObjectNode root) {
        documents.add(new CorpusDocument(folder.relativize(files.get(i)).toString(), root));
      }
    }
    return documents;
  }
}
