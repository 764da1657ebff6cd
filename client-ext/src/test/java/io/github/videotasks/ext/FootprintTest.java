package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Limits the runtime footprint of the library: jars and bytes, including its own three jars. */
class FootprintTest {

  private static final int MAX_JARS = 14;

  /** 3.9 MB for the requests and their libraries, plus at most 0.2 MB for downloads and waits. */
  private static final long MAX_BYTES = 4_200_000;

  @Test
  void staysWithinLimits() throws IOException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("client-ext", size(Path.of("target/classes")));
    for (Path entry : runtimeClassPath()) {
      sizes.put(name(entry), size(entry));
    }
    System.out.println(table(sizes));
    check(sizes, MAX_JARS, MAX_BYTES);
    // Self-check: with one jar or one byte less the check fails.
    int jars = sizes.size();
    assertThatThrownBy(() -> check(sizes, jars - 1, MAX_BYTES)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> check(sizes, MAX_JARS, totalBytes(sizes) - 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(table(sizes));
  }

  private static void check(Map<String, Long> sizes, int maxJars, long maxBytes) {
    assertThat(sizes).as(table(sizes)).hasSizeLessThanOrEqualTo(maxJars);
    assertThat(totalBytes(sizes)).as(table(sizes)).isLessThanOrEqualTo(maxBytes);
  }

  private static long totalBytes(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String table(Map<String, Long> sizes) {
    return sizes.size() + " jars, " + totalBytes(sizes) + " bytes: " + sizes;
  }

  private static List<Path> runtimeClassPath() throws IOException {
    String classPath = Files.readString(Path.of("target/runtime-class-path.txt")).strip();
    return Arrays.stream(classPath.split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  /** In a reactor build, the project's own modules may be folders named classes. */
  private static String name(Path entry) {
    return Files.isDirectory(entry)
        ? String.valueOf(entry.resolve("../..").normalize().getFileName())
        : String.valueOf(entry.getFileName());
  }

  /** Returns the size of a jar, or of the jar that a folder of classes would produce. */
  private static long size(Path entry) throws IOException {
    if (!Files.isDirectory(entry)) {
      return Files.size(entry);
    }
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar);
        Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(entry.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    return jar.size();
  }
}
