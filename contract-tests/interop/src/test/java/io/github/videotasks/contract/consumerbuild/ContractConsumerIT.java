package io.github.videotasks.contract.consumerbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.ApplicationBuild;
import io.github.videotasks.contract.maven.NestedMaven;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Builds a project that uses the contract from our jar and YAML artifact, but no class of ours. */
class ContractConsumerIT {
  private static final Path FOLDER = Path.of("target/contract-consumer").toAbsolutePath();

  @BeforeAll
  static void build() {
    ApplicationBuild.run("contract-consumer", FOLDER, "generate-sources", "generator.version");
  }

  @Test
  void generatesClientFromContractInJar() {
    Path sources = FOLDER.resolve("generated/src/main/java/org/openapitools/client");
    assertThat(sources.resolve("model/TaskDetail.java"))
        .content()
        .contains("public PendingInfo getPendingInfo()");
    assertThat(sources.resolve("api/VideoTasksApi.java")).content().contains("v1/video/query");
  }

  @Test
  void resolvesContractAsYamlArtifact() {
    String file = "video-tasks-spec-" + NestedMaven.setting("version") + "-openapi-3.1.yaml";
    assertThat(FOLDER.resolve("files").resolve(file))
        .hasSameBinaryContentAs(Path.of("../../spec/canonical/openapi-3.1.yaml"));
  }
}
