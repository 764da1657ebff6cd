package io.github.videotasks.spec.publish;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The wire cases as they are published: the files of the folder, and each YAML file as JSON too,
 * for languages whose standard library has no YAML.
 */
public final class WireCaseFiles {
  private static final String YAML_SUFFIX = ".yaml";

  /** Keeps the digits of numbers. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private WireCaseFiles() {}

  /**
   * Reads a folder of wire cases.
   *
   * @param folder such as {@code contract-tests/wire-cases}
   * @return the content of each file by its path below the folder, with slashes
   * @throws IOException if a file cannot be read or is not YAML
   */
  public static SortedMap<String, byte[]> read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        byte[] content = Files.readAllBytes(file);
        files.put(name, content);
        if (name.endsWith(YAML_SUFFIX)) {
          String json = name.substring(0, name.length() - YAML_SUFFIX.length()) + ".json";
          files.put(json, JsonNodes.pretty(YAML.readTree(content)));
        }
      }
    }
    return files;
  }
}
