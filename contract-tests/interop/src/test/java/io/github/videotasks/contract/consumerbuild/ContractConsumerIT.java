package io.github.videotasks.contract.consumerbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Builds a project that uses the contract from our jar and YAML artifact, but no class of ours. */
class ContractConsumerIT {
  private static final Path FOLDER = Path.of("target/contract-consumer").toAbsolutePath();

  @BeforeAll
  static void build() {
    NestedBuildResult build =
        NestedMaven.in(FOLDER)
            .run(
                Path.of("src/test/contract-consumer/pom.xml"),
                Map.of(
                    "videotasks.version", NestedMaven.setting("version"),
                    "generator.version", NestedMaven.setting("generator.version"),
                    "dependency-plugin.version", NestedMaven.setting("dependency-plugin.version"),
                    "consumer.output", FOLDER.resolve("output").toString()),
                "generate-sources");
    assertThat(build.exitCode()).as(build.log()).isZero();
  }

  @Test
  void generatesClientFromContractInJar() {
    Path sources = FOLDER.resolve("output/generated/src/main/java/org/openapitools/client");
    assertThat(sources.resolve("model/TaskDetail.java"))
        .content()
        .contains("public PendingInfo getPendingInfo()");
    assertThat(sources.resolve("api/VideoTasksApi.java")).content().contains("v1/video/query");
  }

  @Test
  void resolvesContractAsYamlArtifact() {
    String file = "video-tasks-spec-" + NestedMaven.setting("version") + "-openapi-3.1.yaml";
    assertThat(FOLDER.resolve("output/files").resolve(file))
        .hasSameBinaryContentAs(Path.of("../../spec/canonical/openapi-3.1.yaml"));
  }
}
