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
 * What a consumer gets beside our own jar.
 *
 * @param bytes the size of each third party's jar, by file name
 */
record Footprint(Map<String, Long> bytes) {

  /** Of a class path that the dependency plugin wrote. */
  static Footprint read(Path classPath) throws IOException {
    List<Path> jars =
        Arrays.stream(Files.readString(classPath).trim().split(File.pathSeparator))
            .map(Path::of)
            .filter(it -> !it.getFileName().toString().startsWith("video-tasks-"))
            .toList();
    Map<String, Long> bytes = new TreeMap<>();
    for (Path jar : jars) {
      bytes.put(jar.getFileName().toString(), Files.size(jar));
    }
    return new Footprint(bytes);
  }

  int jars() {
    return bytes.size();
  }

  long total() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  String text() {
    return bytes.entrySet().stream()
            .map(it -> "%-40s %9d%n".formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining())
        + "%-40s %9d bytes%n".formatted(jars() + " jars of third parties", total());
  }
}
