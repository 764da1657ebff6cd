package io.github.videotasks.contract.gradle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.docs.MarkdownCode;
import io.github.videotasks.contract.maven.NestedMaven;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's lines for Gradle, resolved by Gradle's rules with the artifacts of this build. */
class GradleLinesIT {
  private static final Path ROOT = RepositoryLayout.find().root();
  private static final Path WORK = Path.of("target/gradle-lines");

  private static List<String> jars = List.of();

  @BeforeAll
  static void resolve() throws IOException {
    PublishedModules modules = new PublishedModules(NestedMaven.in(WORK));
    do {
      jars = GradleResolution.jars(modules, declared());
    } while (fetch(modules));
  }

  private static boolean fetch(PublishedModules modules) throws IOException {
    try {
      return modules.fetchMissing(WORK.resolve("fetch"));
    } catch (IOException e) {
      assumeFalse(NestedMaven.isOffline(), "not run: offline, and module files are missing");
      throw e;
    }
  }

  /** The dependencies in the block for Gradle. */
  private static List<GradleEdge> declared() throws IOException {
    String block =
        MarkdownCode.blocksOf("README.md", "kts").stream()
            .findFirst()
            .orElseThrow(() -> new IOException("expected a block of kts in README.md"));
    List<GradleEdge> edges = new ArrayList<>();
    Pattern.compile("implementation\\((platform\\()?\"([^\":]+:[^\":]+):?([^\":]*)\"")
        .matcher(block)
        .results()
        .map(GradleLinesIT::edge)
        .forEach(edges::add);
    return edges;
  }

  private static GradleEdge edge(MatchResult line) {
    String version = line.group(3).isEmpty() ? null : line.group(3);
    GradleEdge.Kind kind =
        line.group(1) == null ? GradleEdge.Kind.DEPENDENCY : GradleEdge.Kind.PLATFORM;
    return new GradleEdge(line.group(2), version, kind, Set.of());
  }

  @Test
  void declaresPlatformOfThisVersionAndLibrary() throws IOException {
    assertThat(declared())
        .containsExactly(
            GradleEdge.platform("io.github.videotasks:video-tasks", NestedMaven.setting("version")),
            GradleEdge.dependency("io.github.videotasks:video-tasks-client-ext", null));
  }

  /**
   * The jar of a multiplatform library that names the jar for the JVM is empty. The jars of Kotlin
   * for JDK 7 and 8 are empty as well: the library excludes them where it is built, and Gradle does
   * not read exclusions of managed dependencies.
   */
  @Test
  void resolvesJarsThatMavenResolves() throws IOException {
    String classPath = Files.readString(ROOT.resolve("client-ext/target/runtime-class-path.txt"));
    List<String> maven =
        Stream.concat(
                Stream.of("video-tasks-client-ext-" + NestedMaven.setting("version") + ".jar"),
                Stream.of(classPath.strip().split(File.pathSeparator, -1))
                    .map(it -> String.valueOf(Path.of(it).getFileName())))
            .filter(it -> !it.matches("(okhttp|okio)-[0-9].*"))
            .sorted()
            .toList();

    System.out.println("Gradle's runtime class path: " + jars);
    assertThat(jars).filteredOn(it -> !it.matches("kotlin-stdlib-jdk[78]-.*")).isEqualTo(maven);
  }
}
