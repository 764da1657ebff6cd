package io.github.videotasks.contract.host;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The YAML files below {@code .github}. */
final class HostFiles {
  static final Path ROOT = RepositoryLayout.find().root();

  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private HostFiles() {}

  /** Reads the files of a folder below {@code .github}, by name. A duplicate key is an error. */
  static Map<String, JsonNode> readAll(String folder) {
    Map<String, JsonNode> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(ROOT.resolve(".github").resolve(folder))) {
      for (Path file : (Iterable<Path>) list::iterator) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".yml")) {
          files.put(name, parse(Files.readString(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected YAML files in .github/" + folder, e);
    }
    return files;
  }

  /** Reads one file of a folder below {@code .github}. */
  static JsonNode read(String folder, String name) {
    return Objects.requireNonNull(readAll(folder).get(name), name);
  }

  static JsonNode parse(String text) throws IOException {
    return YAML.readTree(text);
  }
}
