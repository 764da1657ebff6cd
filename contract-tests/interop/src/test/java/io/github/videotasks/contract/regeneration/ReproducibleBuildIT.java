package io.github.videotasks.contract.regeneration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.NestedMaven;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A second build, later, in another folder, with another clock and another language, publishes the
 * same bytes.
 */
class ReproducibleBuildIT {
  private static final Path TESTS = Path.of("contract-tests/target");
  private static final String VERSION = NestedMaven.setting("version");

  private static ProjectCopy project;

  @BeforeAll
  static void buildWithForeignLocale() throws IOException {
    project = ProjectCopy.ofSpecWithForeignLocale(Path.of("target/same-bytes"));
    project.build(ProjectCopy.SPEC_POM, "process-classes", "jar:jar@default-jar");
    project.build(Path.of("contract-tests/pom.xml"), "assembly:single@for-other-languages");
  }

  @Test
  void contractJarIsReproducible() {
    String jar = "video-tasks-spec-" + VERSION + ".jar";
    assertThat(project.resolve(Path.of("spec/target"), jar))
        .hasSameBinaryContentAs(Path.of("../spec/target", jar));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "examples", "pacts", "wire-cases"})
  void zipIsReproducible(String name) {
    String zip = "video-tasks-contract-tests-" + VERSION + "-" + name + ".zip";
    assertThat(project.resolve(TESTS, zip)).hasSameBinaryContentAs(Path.of("target", zip));
  }
}
