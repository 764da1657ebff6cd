package io.github.videotasks.contract.consumerbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Builds the projects in src/test/consumers in one run of Maven. Each project bans duplicate
 * classes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumerBuildIT {
  private static final Path FOLDER = Path.of("target/consumer-builds").toAbsolutePath();

  /** Class path of the consumer of the generated client, written by the dependency plugin. */
  private static final Path CLASS_PATH = FOLDER.resolve("classpath.txt");

  private NestedBuildResult build = new NestedBuildResult(-1, "");

  @BeforeAll
  void buildAll() {
    build =
        NestedMaven.in(FOLDER)
            .run(
                Path.of("src/test/consumers/pom.xml"),
                Map.of(
                    "videotasks.version", NestedMaven.setting("version"),
                    "retrofit.version", NestedMaven.setting("retrofit.version"),
                    "footprint.file", CLASS_PATH.toString()),
                "validate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ours-alone", "generated-alone", "retrofit-first", "retrofit-last", "test-kit"})
  void resolvesEachClassOnce(String consumer) {
    assertThat(build.moduleStatus(consumer)).as(build.log()).isEqualTo("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"without-bom", "without-bom-generated"})
  void resolvesTwoOkHttpVersionsWithoutBom(String consumer) {
    assertThat(build.moduleStatus(consumer)).as(build.log()).isEqualTo("FAILURE");
    assertThat(build.moduleFailure(consumer))
        .contains(
            "Duplicate classes found:",
            "okhttp:jar:4.12.0",
            "okhttp-jvm:jar:",
            "okhttp3/OkHttpClient.class");
  }

  @Test
  void resolvesAtMostTwelveJarsOf3600Kilobytes() throws IOException {
    DependencyFootprint footprint = DependencyFootprint.read(CLASS_PATH);
    System.out.print("Third-party dependencies of the generated client:\n" + footprint.format());
    assertThat(footprint.jarCount()).as(footprint.format()).isLessThanOrEqualTo(12);
    assertThat(footprint.totalBytes()).as(footprint.format()).isLessThanOrEqualTo(3_600_000);
  }

  /**
   * Third-party jars on the class path of a consumer.
   *
   * @param jarSizes file name of each jar to its size in bytes
   */
  private record DependencyFootprint(Map<String, Long> jarSizes) {

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
}
