package io.github.videotasks.contract.consumerbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.contract.regeneration.ProjectCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's install command and its Maven lines on a new machine: a copy of the repository, an
 * empty local repository. Prints the duration of both builds.
 */
class FirstBuildIT {
  private static final String COMMAND = "mvn -ntp install -DskipTests";

  @TempDir Path work;

  @Test
  void installsAndReadsTaskOnNewMachine() throws Exception {
    assumeTrue(
        NestedMaven.setting("first.build").equals("true"),
        "not run: downloads everything; mvn -Pfirst-build verify -pl contract-tests/interop -am");
    assumeFalse(NestedMaven.isOffline(), "not run: needs the network");
    assertThat(Files.readString(RepositoryLayout.find().root().resolve("README.md")))
        .contains(COMMAND);
    Path copy = work.resolve("video-tasks");
    ProjectCopy.copyRepository(copy);
    NestedMaven maven = NestedMaven.withEmptyRepository(work.resolve("repository"));

    long start = System.nanoTime();
    NestedBuildResult install =
        maven.run(copy.resolve("pom.xml"), Map.of("skipTests", "true"), "install");
    long installed = System.nanoTime();
    assertThat(install.exitCode()).as(install.log()).isZero();
    ReadmeConsumer consumer = ReadmeConsumer.write(work.resolve("newcomer"), "");
    NestedBuildResult build = consumer.build(maven);
    long built = System.nanoTime();

    assertThat(build.exitCode()).as(build.log()).isZero();
    assertThat(consumer.printedStage()).isEqualTo("SUCCEEDED");
    System.out.printf(
        "First build with an empty local repository: %s %d s, a consumer %d s%n",
        COMMAND,
        Duration.ofNanos(installed - start).toSeconds(),
        Duration.ofNanos(built - installed).toSeconds());
  }
}
