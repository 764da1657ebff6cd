package io.github.videotasks.contract.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A complete artifact has no finding; each defect has one, with what was expected and found. */
class CentralRulesTest {
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>io.github.videotasks</groupId>
        <artifactId>demo</artifactId>
        <version>1.0.0</version>
        <name>Demo</name>
        <description>Shows a complete POM.</description>
        <url>https://example.org/demo</url>
        <licenses><license><name>Apache-2.0</name><url>https://example.org/l</url></license></licenses>
        <developers><developer><name>Video Tasks</name></developer></developers>
        <scm>
          <connection>scm:git:https://example.org/demo.git</connection>
          <developerConnection>scm:git:https://example.org/demo.git</developerConnection>
          <url>https://example.org/demo</url>
        </scm>
        <dependencies>
          <dependency><groupId>org.example</groupId><artifactId>lib</artifactId><version>2</version></dependency>
        </dependencies>
      </project>
      """;

  @TempDir Path repository;

  private Path folder = Path.of("");

  @BeforeEach
  void deployCompleteArtifact() throws Exception {
    folder = Files.createDirectories(repository.resolve("io/github/videotasks/demo/1.0.0"));
    for (String suffix : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
      deployJar(suffix, "content.txt");
    }
    deployPom(pom -> pom);
    Files.writeString(folder.resolveSibling("maven-metadata.xml"), "<metadata/>");
  }

  @Test
  void acceptsCompleteArtifact() throws IOException {
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".jar", "-sources.jar", "-javadoc.jar"})
  void requiresEachJar(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.filter(it -> isOf(it, suffix))::iterator) {
        Files.delete(file);
      }
    }

    assertThat(findings()).containsExactly("false demo: expected *" + suffix + ", found none");
  }

  @Test
  void requiresContentInJar() throws Exception {
    deployJar("-javadoc.jar", "META-INF/MANIFEST.MF");

    assertThat(findings())
        .containsExactly("false demo: expected content in *-javadoc.jar, found an empty jar");
  }

  @Test
  void requiresRightChecksum() throws IOException {
    Files.writeString(folder.resolve("demo-1.0.0.pom.sha1"), "0000");

    assertThat(findings())
        .singleElement()
        .asString()
        .matches("false demo: expected checksum \\w{40} in \\*\\.pom\\.sha1, found 0000");
  }

  @Test
  void reportsMissingSignatureAsOpen() throws IOException {
    Files.delete(folder.resolve("demo-1.0.0.pom.asc"));

    assertThat(findings())
        .containsExactly(
            "true demo: expected a signature of each file, found 1 of 4 files without one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<name>Demo</name> | '' | expected <name> in the POM, found none",
        "<description>Shows a complete POM.</description> | '' | expected <description> in the POM,"
            + " found none",
        "<version>2</version> | <version>2-SNAPSHOT</version> | expected a released version of"
            + " org.example:lib:jar, found 2-SNAPSHOT",
        "<version>2</version> | <version>${lib}</version> | expected a released version of"
            + " org.example:lib:jar, found ${lib}",
        "<version>2</version> | <version>2</version><scope>test</scope> | expected dependencies of"
            + " consumers only, found org.example:lib:jar in the scope test",
        "<name>Demo</name> | <name>${name}</name> | expected <name> in the POM, found ${name}",
        "<dependencies> |"
            + " <repositories><repository><id>a</id><url>b</url></repository></repositories><dependencies>"
            + " | 'expected no repository in the POM, found one'",
        "<artifactId>demo</artifactId> | <artifactId>other</artifactId> | 'expected a POM of"
            + " io.github.videotasks:demo:1.0.0, found io.github.videotasks:other:1.0.0'",
      })
  void reportsDefectOfPom(String text, String replacement, String message) throws Exception {
    deployPom(pom -> pom.replace(text, replacement));

    assertThat(findings()).containsExactly("false demo: " + message);
  }

  @Test
  void reportsReleasePropertyWithoutValueAsOpen() throws Exception {
    deployPom(
        pom ->
            pom.replace(
                "<url>https://example.org/demo</url>\n  <lic",
                "<url>${release.url}</url>\n  <lic"));

    assertThat(findings())
        .containsExactly(
            "true demo: expected <url> in the POM, found ${release.url}; pass it with -D");
  }

  @Test
  void reportsSnapshotAsOpenAndIgnoresTimeInFileNames() throws Exception {
    Path snapshot = repository.resolve("io/github/videotasks/demo/1.0.0-SNAPSHOT");
    Files.move(folder, snapshot);
    folder = snapshot;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace("1.0.0", "1.0.0-20260101.101500-1");
        Files.move(file, folder.resolve(name));
      }
    }
    deployPom("demo-1.0.0-20260101.101500-1.pom", pom -> pom.replace("1.0.0<", "1.0.0-SNAPSHOT<"));

    assertThat(findings())
        .containsExactly("true demo: expected a release version, found 1.0.0-SNAPSHOT");
  }

  private List<String> findings() throws IOException {
    return CentralRules.check(ReleasedArtifact.readAll(repository).get(0)).stream()
        .map(it -> it.open() + " " + it)
        .toList();
  }

  private void deployPom(UnaryOperator<String> change) throws Exception {
    deployPom("demo-1.0.0.pom", change);
  }

  private void deployPom(String name, UnaryOperator<String> change) throws Exception {
    Files.writeString(folder.resolve(name), change.apply(POM));
    addCompanions(folder.resolve(name));
  }

  private void deployJar(String suffix, String entry) throws Exception {
    Path jar = folder.resolve("demo-1.0.0" + suffix);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(entry));
    }
    addCompanions(jar);
  }

  private static void addCompanions(Path file) throws Exception {
    byte[] content = Files.readAllBytes(file);
    HexFormat hex = HexFormat.of();
    String md5 = hex.formatHex(MessageDigest.getInstance("MD5").digest(content));
    String sha1 = hex.formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    Files.writeString(file.resolveSibling(file.getFileName() + ".md5"), md5);
    Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), sha1);
    Files.writeString(file.resolveSibling(file.getFileName() + ".asc"), "signature");
  }

  private static boolean isOf(Path file, String suffix) {
    return file.getFileName().toString().startsWith("demo-1.0.0" + suffix);
  }
}
