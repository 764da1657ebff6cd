package io.github.videotasks.contract.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.videotasks.contract.consumerbuild.ReadmeConsumer;
import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A consumer that gets all artifacts of ours from the release. */
class ReleaseConsumerIT {
  private static final Path FOLDER = Path.of("target/release-consumer");

  @Test
  void readsTaskWithReleasedArtifacts() throws Exception {
    String repositories =
        """
          <repositories>
            <repository><id>release</id><url>%s</url></repository>
          </repositories>
        """
            .formatted(ReleaseRepository.assumeDeployed().toUri());
    assumeFalse(NestedMaven.isOffline(), "not run: an offline build reads no other repository");
    ReadmeConsumer consumer = ReadmeConsumer.write(FOLDER.resolve("project"), repositories);

    NestedBuildResult build = consumer.build(NestedMaven.withoutOwnArtifacts(FOLDER));

    assertThat(build.exitCode()).as(build.log()).isZero();
    assertThat(consumer.printedStage()).isEqualTo("SUCCEEDED");
  }

  /** The control: without the release, the artifacts are nowhere. */
  @Test
  void findsNoArtifactElsewhere() throws Exception {
    ReleaseRepository.assumeDeployed();
    Path folder = Path.of("target/release-consumer-control");
    ReadmeConsumer consumer = ReadmeConsumer.write(folder.resolve("project"), "");

    NestedBuildResult build = consumer.build(NestedMaven.withoutOwnArtifacts(folder));

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.log()).contains("io.github.videotasks:video-tasks:pom:");
  }
}
