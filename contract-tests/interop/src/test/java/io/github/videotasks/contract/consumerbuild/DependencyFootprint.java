package io.github.videotasks.contract.consumerbuild;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Third-party jars on the class path of a consumer.
 *
 * @param jarSizes file name of each jar to its size in bytes
 */
record DependencyFootprint(Map<String, Long> jarSizes) {

  /**
   * Reads the sizes of the jars on a class path.
   *
   * @param classPath file with the class path, written by the dependency plugin
   */
  static DependencyFootprint read(Path classPath) throws IOException {
    List<Path> jars =
        Arrays.stream(Files.readString(classPath).trim().split(File.pathSeparator))
            .map(Path::of)
            .filter(it -> !it.getFileName().toString().startsWith("video-tasks-"))
            .toList();
    Map<String, Long> bytes = new TreeMap<>();
    for (Path jar : jars) {
      bytes.put(jar.getFileName().toString(), Files.size(jar));
    }
    return new DependencyFootprint(bytes);
  }

  int jarCount() {
    return jarSizes.size();
  }

  long totalBytes() {
    return jarSizes.values().stream().mapToLong(Long::longValue).sum();
  }

  String format() {
    return jarSizes.entrySet().stream()
            .map(it -> "%-40s %9d%n".formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining())
        + "%-40s %9d bytes%n".formatted(jarCount() + " third-party jars", totalBytes());
  }
}
