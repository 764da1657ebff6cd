package io.github.videotasks.contract.regeneration;

import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.contract.testkit.RepositoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Copy of this repository or of parts of it, in a folder where tests may change and build it. */
public final class ProjectCopy {
  static final Path CONTRACT = Path.of("spec/canonical/openapi.yaml");
  static final Path TOOL_POM = Path.of("spec/tool/pom.xml");
  static final Path CONTRACT_POM = Path.of("spec/contract/pom.xml");
  static final Path CLIENT_POM = Path.of("client-generated/pom.xml");
  static final Path TEMPLATES_POM = Path.of("client-generated/templates/pom.xml");
  static final Path TEMPLATES =
      Path.of("client-generated/templates/src/main/resources/video-tasks-templates");
  static final Path SOURCES =
      Path.of(
          "client-generated/target/generated-sources/openapi/src/main/java/io/github/videotasks/client");
  static final Path CLASSES =
      Path.of("client-generated/target/classes/io/github/videotasks/client");

  private static final Path ORIGIN = Path.of("../..");

  /** The outer build has checked the same sources. */
  private static final Map<String, String> SKIPPED_CHECKS =
      Map.of(
          "enforcer.skip",
          "true",
          "spotless.check.skip",
          "true",
          "cyclonedx.skip",
          "true",
          "errorprone.extra",
          "-XepDisableAllChecks -Xep:NullAway:OFF");

  private final Path root;
  private final NestedMaven maven;
  private final Map<Path, byte[]> originalContents = new LinkedHashMap<>();

  private ProjectCopy(Path root, NestedMaven maven) {
    this.root = root;
    this.maven = maven;
  }

  static ProjectCopy ofClient(Path folder) throws IOException {
    return of(
        folder,
        CONTRACT,
        CLIENT_POM,
        Path.of("client-generated/src/main"),
        TEMPLATES_POM,
        Path.of("client-generated/templates/src"));
  }

  /** Copies the module that derives the contract. */
  static ProjectCopy ofSpec(Path folder) throws IOException {
    Path spec = Path.of("spec");
    return of(
        folder,
        TOOL_POM,
        spec.resolve("tool/src/main"),
        spec.resolve("pages"),
        spec.resolve("corrections"),
        spec.resolve("providers.yaml"),
        spec.resolve("status-values.yaml"),
        spec.resolve("known-places.yaml"),
        spec.resolve("waiting.yaml"),
        spec.resolve("canonical"));
  }

  /**
   * Copies the module that derives the contract and the inputs of its zip files. Builds of it run
   * with another time zone and locale.
   */
  static ProjectCopy ofSpecWithForeignLocale(Path folder) throws IOException {
    ProjectCopy spec = ofSpec(folder);
    ProjectCopy copy = new ProjectCopy(spec.root, spec.maven.withForeignTimeZoneAndLocale());
    Path tests = Path.of("contract-tests");
    copy.copyFiles(CONTRACT_POM);
    copy.copyFiles(Path.of("spec/contract/src/assembly"));
    copy.copyFiles(tests.resolve("pacts"));
    copy.copyFiles(tests.resolve("wire-cases"));
    copy.copyFiles(tests.resolve("interop/src/polyglot"));
    copy.copyFiles(Path.of("spec/CHANGELOG.md"));
    return copy;
  }

  /**
   * Copies the files of the repository without those that a build writes.
   *
   * @param target folder that does not exist yet
   */
  public static void copyRepository(Path target) throws IOException {
    for (Path file : RepositoryFiles.below(ORIGIN)) {
      Path copy = target.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(ORIGIN.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static ProjectCopy of(Path folder, Path... parts) throws IOException {
    ProjectCopy copy =
        new ProjectCopy(folder.resolve("project").toAbsolutePath(), NestedMaven.in(folder));
    copy.copyFiles(Path.of("pom.xml"));
    // jvm.config: the compiler's checks need it.
    copy.copyFiles(Path.of(".mvn"));
    for (Path part : parts) {
      copy.copyFiles(part);
    }
    return copy;
  }

  private void copyFiles(Path part) throws IOException {
    try (Stream<Path> files = Files.walk(ORIGIN.resolve(part))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = root.resolve(ORIGIN.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Builds the generated client. A failed build throws an error with the output of Maven. */
  void build(String goal) {
    build(CLIENT_POM, goal);
  }

  /** Builds a module. A failed build throws an error with the output of Maven. */
  void build(Path pom, String... goals) {
    NestedBuildResult build = run(pom, goals);
    if (build.exitCode() != 0) {
      throw new AssertionError("expected a successful build, found:\n" + build.log());
    }
  }

  NestedBuildResult run(Path pom, String... goals) {
    return maven.run(root.resolve(pom), SKIPPED_CHECKS, goals);
  }

  /**
   * Changes a file until {@link #restore}.
   *
   * @throws IllegalStateException if the change has no effect, which is an error of the test
   */
  void edit(Path file, UnaryOperator<String> change) throws IOException {
    byte[] before = Files.readAllBytes(root.resolve(file));
    String text = new String(before, StandardCharsets.UTF_8);
    String after = change.apply(text);
    if (after.equals(text)) {
      throw new IllegalStateException(
          "expected an edit that changes " + file + ", found no change; adapt the test");
    }
    originalContents.putIfAbsent(file, before);
    Files.writeString(root.resolve(file), after);
  }

  void restore() throws IOException {
    for (Map.Entry<Path, byte[]> file : originalContents.entrySet()) {
      Files.write(root.resolve(file.getKey()), file.getValue());
    }
    originalContents.clear();
  }

  Path resolve(Path folder, String name) {
    return root.resolve(folder).resolve(name);
  }

  /** Returns each file below a folder with its modification time. */
  Map<String, FileTime> modificationTimes(Path folder) {
    Path base = root.resolve(folder);
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        times.put(base.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return times;
  }
}
