package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What the library costs a consumer at run time: jars and bytes, our own two included. */
class FootprintTest {

  private static final int MAX_JARS = 14;
  private static final long MAX_BYTES = 3_900_000;

  @Test
  void isBounded() throws IOException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("client-ext", size(Path.of("target/classes")));
    for (Path entry : runtime()) {
      sizes.put(name(entry), size(entry));
    }
    long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
    String table = sizes.size() + " jars, " + bytes + " bytes: " + sizes;
    System.out.println(table);
    assertThat(sizes).as(table).hasSizeLessThanOrEqualTo(MAX_JARS);
    assertThat(bytes).as(table).isLessThanOrEqualTo(MAX_BYTES);
  }

  private static List<Path> runtime() throws IOException {
    String classPath = Files.readString(Path.of("target/runtime-class-path.txt")).strip();
    return Arrays.stream(classPath.split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  /** Inside the reactor our own modules may still be folders named classes. */
  private static String name(Path entry) {
    return Files.isDirectory(entry)
        ? String.valueOf(entry.resolve("../..").normalize().getFileName())
        : String.valueOf(entry.getFileName());
  }

  /** The size of a jar, or of the jar that a folder of classes would become. */
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
