package io.github.videotasks.contract.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.BuildArtifacts;
import io.github.videotasks.contract.maven.NestedMaven;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The POMs that this build installs: what Maven Central requires, and what consumers get. */
class PublishedPomIT {
  private static final String VERSION = NestedMaven.setting("version");
  private static final Map<String, Path> FILES = BuildArtifacts.ofThisBuild().files();

  static Iterable<String> artifacts() {
    return FILES.keySet().stream()
        .filter(it -> it.endsWith(".pom"))
        .map(it -> it.substring(0, it.indexOf('/')))
        .sorted()
        .toList();
  }

  private static Model pom(String artifact) throws IOException {
    String path = artifact + "/" + VERSION + "/" + artifact + "-" + VERSION + ".pom";
    return CentralRules.read(Objects.requireNonNull(FILES.get(path), path));
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void meetsRulesOfMavenCentral(String artifact) throws IOException {
    ReleasedArtifact released =
        new ReleasedArtifact("io.github.videotasks", artifact, VERSION, new TreeMap<>());

    assertThat(PublishedPomRules.check(released, pom(artifact)))
        .filteredOn(it -> !it.open())
        .isEmpty();
  }

  @Test
  void bomManagesHttpStackAndOwnArtifacts() throws IOException {
    assertThat(pom("video-tasks").getDependencyManagement().getDependencies())
        .extracting(Dependency::getArtifactId)
        .contains("okhttp-bom", "okio-bom", "retrofit", "moshi", "video-tasks-client-ext");
  }

  /**
   * The jar of okio that has no class for the JVM has the module name of okio-jvm; annotations are
   * for tools.
   */
  @Test
  void runtimeExcludesJarsThatNothingLoads() throws IOException {
    assertThat(pom("video-tasks-client-runtime").getDependencies())
        .filteredOn(it -> it.getArtifactId().equals("okhttp"))
        .flatExtracting(Dependency::getExclusions)
        .extracting(Exclusion::getArtifactId)
        .containsExactly("okio", "annotations");
  }

  @Test
  void libraryDependsOnGeneratedClientAlone() throws IOException {
    assertThat(pom("video-tasks-client-ext").getDependencies())
        .extracting(it -> it.getArtifactId() + ":" + it.getScope())
        .containsExactly("video-tasks-client-generated:compile");
  }
}
