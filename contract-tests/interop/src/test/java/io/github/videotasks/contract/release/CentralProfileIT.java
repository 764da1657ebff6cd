package io.github.videotasks.contract.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The profile that publishes refuses to start without what only the publisher knows. */
class CentralProfileIT {

  @Test
  void refusesSnapshotAndMissingUrls() {
    ReleaseRepository.assumeDeployed();
    assumeFalse(
        NestedMaven.isOffline(), "not run: the plugin of the portal is not in offline builds");

    NestedBuildResult build =
        NestedMaven.in(Path.of("target/central-profile"))
            .run(
                RepositoryLayout.find().root().resolve("pom.xml"),
                Map.of(),
                "-Pcentral",
                "-N",
                "validate");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.log())
        .contains(
            "A snapshot is not published.",
            "expected the web page of the repository, found none; pass -Drelease.url=URL",
            "expected the clone URL of the repository, found none; pass -Drelease.scm=URL");
  }
}
