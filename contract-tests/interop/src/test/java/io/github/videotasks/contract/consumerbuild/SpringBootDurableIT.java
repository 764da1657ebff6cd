package io.github.videotasks.contract.consumerbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
 * Builds and tests the Spring Boot application with durable waits in a copy: the pool of Spring
 * Boot on a real PostgreSQL, and the replay server.
 */
class SpringBootDurableIT {
  private static final Path FOLDER = Path.of("target/spring-boot-durable").toAbsolutePath();

  @Test
  void testsApplication() throws IOException {
    assumeTrue(
        Boolean.getBoolean("durable.boot"),
        "not run: mvn verify -Ddurable.boot -pl contract-tests/interop -am");
    Path pom = ExampleApplication.copy("spring-boot-durable", FOLDER.resolve("project"));
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
                      "-Dvideo-tasks.base-url=" + gateway.baseUrl()),
                  "test");

      assertThat(build.exitCode()).as(build.log()).isZero();
      assertThat(build.log()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
    }
  }
}
