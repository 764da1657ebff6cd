package io.github.videotasks.contract.testkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code wire-cases}. The README there describes the properties.
 *
 * @param type name of the schema
 * @param accepts responses that must be parsed; null for none
 * @param rejects responses that must be rejected; null for none
 */
public record WireCaseFile(
    String type, @Nullable List<AcceptedCase> accepts, @Nullable List<RejectedCase> rejects) {
  private static final Path FOLDER = Path.of("../wire-cases");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** A response that must be parsed. */
  public record AcceptedCase(
      @JsonProperty("case") String name,
      String json,
      @Nullable String written,
      @Nullable Map<String, JsonNode> typed,
      @Nullable Map<String, String> undeclared,
      Map<String, String> mismatches) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A response that must be rejected. */
  public record RejectedCase(
      @JsonProperty("case") String name, String json, String kind, String at) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Reads all files, sorted by name. */
  public static List<WireCaseFile> all() throws IOException {
    return List.copyOf(byTopic().values());
  }

  /** Reads all files by topic, which is the file name without its extension. */
  public static SortedMap<String, WireCaseFile> byTopic() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      SortedMap<String, WireCaseFile> byTopic = new TreeMap<>();
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(".yaml")) {
          byTopic.put(name.replace(".yaml", ""), read(file));
        }
      }
      return byTopic;
    }
  }

  private static WireCaseFile read(Path file) {
    try {
      return YAML.readValue(file.toFile(), WireCaseFile.class);
    } catch (IOException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }
}
