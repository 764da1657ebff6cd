package io.github.videotasks.contract.regeneration;

import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
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

/** A part of this repository, copied to a place where it may be changed. */
final class ProjectCopy {
  static final Path CONTRACT = Path.of("spec/canonical/openapi.yaml");
  static final Path SPEC_POM = Path.of("spec/pom.xml");
  static final Path CLIENT_POM = Path.of("client-generated/pom.xml");
  static final Path TEMPLATES = Path.of("client-generated/src/main/templates");
  static final Path SOURCES =
      Path.of(
          "client-generated/target/generated-sources/openapi/src/main/java/io/github/videotasks/client");
  static final Path CLASSES =
      Path.of("client-generated/target/classes/io/github/videotasks/client");

  private static final Path ORIGIN = Path.of("..");

  private static final Map<String, String> SKIPPED_CHECKS =
      Map.of("enforcer.skip", "true", "spotless.check.skip", "true");

  private final Path root;
  private final NestedMaven maven;
  private final Map<Path, byte[]> originalContents = new LinkedHashMap<>();

  private ProjectCopy(Path root, NestedMaven maven) {
    this.root = root;
    this.maven = maven;
  }

  static ProjectCopy ofClient(Path folder) throws IOException {
    return of(folder, CONTRACT, CLIENT_POM, Path.of("client-generated/src/main"));
  }

  /** What derives the contract, in place of what generates from it. */
  static ProjectCopy ofSpec(Path folder) throws IOException {
    Path spec = Path.of("spec");
    return of(
        folder,
        SPEC_POM,
        spec.resolve("src/main"),
        spec.resolve("pages"),
        spec.resolve("corrections"),
        spec.resolve("providers.yaml"),
        spec.resolve("canonical"));
  }

  /**
   * The same parts and those that zips are made of, built on a machine that is set up otherwise.
   */
  static ProjectCopy ofSpecWithForeignLocale(Path folder) throws IOException {
    ProjectCopy spec = ofSpec(folder);
    ProjectCopy copy = new ProjectCopy(spec.root, spec.maven.withForeignTimeZoneAndLocale());
    Path tests = Path.of("contract-tests");
    copy.copyFiles(tests.resolve("pom.xml"));
    copy.copyFiles(tests.resolve("src/main/assembly"));
    copy.copyFiles(tests.resolve("pacts"));
    copy.copyFiles(tests.resolve("wire-cases"));
    copy.copyFiles(tests.resolve("target/contract"));
    return copy;
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

  /** Builds the generated client; fails with Maven's own words. */
  void build(String goal) {
    build(CLIENT_POM, goal);
  }

  /** Builds a module; fails with Maven's own words. */
  void build(Path pom, String... goals) {
    NestedBuildResult build = run(pom, goals);
    if (build.exitCode() != 0) {
      throw new AssertionError("expected a build that succeeds, found:\n" + build.log());
    }
  }

  NestedBuildResult run(Path pom, String... goals) {
    return maven.run(root.resolve(pom), SKIPPED_CHECKS, goals);
  }

  /** Changes a file until {@link #restore}; that nothing changed is an error of the test. */
  void edit(Path file, UnaryOperator<String> change) throws IOException {
    byte[] before = Files.readAllBytes(root.resolve(file));
    String text = new String(before, StandardCharsets.UTF_8);
    String after = change.apply(text);
    if (after.equals(text)) {
      throw new IllegalStateException(
          "the edit of " + file + " changes nothing; adapt it to the file");
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

  /** Each file below a folder, with the time when it was written. */
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
