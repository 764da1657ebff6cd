package io.github.videotasks.contract.consumerbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Builds, tests and starts the Spring Boot application of the examples in a copy: its parent
 * manages another version of Kotlin. Its own tests follow a task over several polls, in virtual
 * time.
 */
class SpringBootIT {
  private static final Path FOLDER = Path.of("target/spring-boot").toAbsolutePath();

  @Test
  void testsAndRunsApplication() throws IOException {
    Path pom = ExampleApplication.copy("spring-boot", FOLDER.resolve("project"));
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    try (ReplayServer gateway =
        ReplayServer.start(cases.forProvider(cases.catalogue().provider("jxincm-sora")))) {
      NestedBuildResult build =
          NestedMaven.in(FOLDER)
              .run(
                  pom,
                  Map.of(
                      "videotasks.version",
                      NestedMaven.setting("version"),
                      "argLine",
                      "-Dexpected.kotlin.version=" + NestedMaven.setting("kotlin.version"),
                      "spring-boot.run.arguments",
                      "--video-tasks.base-url=%s --video-tasks.api-key=any --id=finished"
                          .formatted(gateway.baseUrl())),
                  "test",
                  "spring-boot:run");

      assertThat(build.exitCode()).as(build.log()).isZero();
      assertThat(build.log())
          .contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0")
          .contains("SUCCEEDED VIDEO at video_url");
    }
  }
}
