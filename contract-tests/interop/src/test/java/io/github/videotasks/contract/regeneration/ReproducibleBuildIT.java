package io.github.videotasks.contract.regeneration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.videotasks.contract.maven.NestedMaven;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that the build is reproducible: a later build in another folder, with another time zone
 * and locale, publishes the same bytes.
 */
class ReproducibleBuildIT {
  private static final Path TARGET = Path.of("spec/contract/target");
  private static final String VERSION = NestedMaven.setting("version");

  private static ProjectCopy project;

  @BeforeAll
  static void buildWithForeignLocale() throws IOException {
    assumeFalse(
        Boolean.getBoolean("spec.accept"),
        "not run: this build writes pacts after it has packed them; build again");
    project = ProjectCopy.ofSpecWithForeignLocale(Path.of("target/same-bytes"));
    project.build(ProjectCopy.TOOL_POM, "process-classes");
    project.build(ProjectCopy.CONTRACT_POM, "package");
  }

  @Test
  void contractJarIsReproducible() {
    assertReproducible("video-tasks-spec-" + VERSION + ".jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "examples", "pacts", "wire-cases"})
  void zipIsReproducible(String name) {
    assertReproducible("video-tasks-spec-" + VERSION + "-" + name + ".zip");
  }

  private static void assertReproducible(String file) {
    assertThat(project.resolve(TARGET, file))
        .hasSameBinaryContentAs(Path.of("../..").resolve(TARGET).resolve(file));
  }
}
