package io.github.videotasks.contract.ext;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case of {@code wire-cases/folded}. The README there describes the properties; the component
 * names are the property names in the files.
 */
record TaskStateCase(
    @JsonProperty("case") String name,
    @Nullable ResponseHead http,
    String body,
    @Nullable Map<String, JsonNode> gives,
    @Nullable Map<String, JsonNode> error) {

  private static final Path FOLDER = Path.of("../wire-cases", "folded");

  record ResponseHead(int status, String type) {}

  /** Reads all cases, sorted by the name of their file. */
  static List<TaskStateCase> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    }
  }

  private static List<TaskStateCase> read(Path file) {
    try {
      return new YAMLMapper().readValue(file.toFile(), new TypeReference<List<TaskStateCase>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  int status() {
    return http == null ? 200 : http.status();
  }

  String type() {
    return http == null ? "application/json" : http.type();
  }

  @Override
  public String toString() {
    return name;
  }
}
