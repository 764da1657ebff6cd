package io.github.videotasks.contract.consumerbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.contract.regeneration.ProjectCopy;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.testkit.InstalledPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way from a copy of the repository and an empty local repository to the first status of a
 * task: the README's install command, then its Maven lines, the command line, and the Python waiter
 * of the zip. Prints a table of the durations.
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

    NewcomerClock clock = new NewcomerClock();
    clock.time(
        "every one",
        COMMAND,
        () -> {
          NestedBuildResult install =
              maven.run(copy.resolve("pom.xml"), Map.of("skipTests", "true"), "install");
          assertThat(install.exitCode()).as(install.log()).isZero();
        });
    clock.time(
        "Maven",
        "a project with the README's lines",
        () -> {
          ReadmeConsumer consumer = ReadmeConsumer.write(work.resolve("newcomer"), "");
          NestedBuildResult build = consumer.build(maven);
          assertThat(build.exitCode()).as(build.log()).isZero();
          assertThat(consumer.printedStage()).isEqualTo("SUCCEEDED");
        });
    InstalledCheckout installed = new InstalledCheckout(copy, NestedMaven.setting("version"));
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    clock.time(
        "terminal",
        "video-tasks get finished",
        () -> assertThat(installed.commandLine(cases)).contains("succeeded"));
    if (InstalledPrograms.contain("python3")) {
      clock.time(
          "Python",
          "waiter/wait.py of the zip",
          () -> assertThat(installed.python(cases, work.resolve("zip"))).contains(" SUCCEEDED"));
    }
    System.out.println(clock.table());
  }
}
