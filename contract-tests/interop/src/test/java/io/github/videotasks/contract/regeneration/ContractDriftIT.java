package io.github.videotasks.contract.regeneration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.NestedBuildResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Checks that the Maven build, not only the tool, fails if the committed contract differs from the
 * derived one.
 */
class ContractDriftIT {
  private static final String ACCEPT = "mvn -pl spec/tool process-classes -Dspec.accept";

  private static ProjectCopy project;

  @BeforeAll
  static void copyProject() throws IOException {
    project = ProjectCopy.ofSpec(Path.of("target/drift"));
  }

  @AfterEach
  void restore() throws IOException {
    project.restore();
  }

  @Test
  void passesWhenNothingChanged() {
    NestedBuildResult build = project.run(ProjectCopy.TOOL_POM, "process-classes");

    assertThat(build.exitCode()).as(build.log()).isZero();
  }

  @Test
  void failsForEditedPageWithChangesAndAcceptCommand() throws IOException {
    project.edit(
        Path.of("spec/pages/chainhub-veo.md"),
        page -> page.replace("status: pending", "status: pending\n                just_added: 1"));

    NestedBuildResult build = project.run(ProjectCopy.TOOL_POM, "process-classes");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.log()).contains("just_added", "compatible", ACCEPT).doesNotContain("\tat ");
  }

  @Test
  void failsForEditedCorrection() throws IOException {
    project.edit(
        Path.of("spec/corrections/010-names.overlay.yaml"),
        it -> it.replace("operationId: retrieveVideo", "operationId: fetchVideo"));

    NestedBuildResult build = project.run(ProjectCopy.TOOL_POM, "process-classes");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.log()).contains("breaking", "fetchVideo", ACCEPT);
  }
}
