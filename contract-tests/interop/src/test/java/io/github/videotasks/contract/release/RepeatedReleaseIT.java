package io.github.videotasks.contract.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.contract.regeneration.ProjectCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second release of a copy of the repository in another folder, later, with another time zone and
 * locale: every released file has the same bytes. The locale is not Turkish, because OpenAPI
 * Generator names constants by the case rules of the locale; {@code .mvn/jvm.config} sets English.
 */
class RepeatedReleaseIT {
  private static final Path FOLDER = Path.of("target/repeated-release").toAbsolutePath();
  private static final String NOT_RELEASED =
      "!contract-tests/suite,!contract-tests/interop,!contract-tests/bench";

  /** Checks that this build has made and that change no file. */
  private static final Map<String, String> SKIPPED_CHECKS =
      Map.of("skipTests", "true", "enforcer.skip", "true", "spotless.check.skip", "true");

  @TempDir Path copy;

  @Test
  void releasesSameBytes() throws IOException {
    Path repository = ReleaseRepository.assumeDeployed();
    assumeFalse(
        Boolean.getBoolean("spec.accept"),
        "not run: this build writes pacts after it has packed them; build again");
    ProjectCopy.copyRepository(copy);

    NestedBuildResult build =
        NestedMaven.in(FOLDER)
            .withForeignTimeZoneAndLocale("de", "DE")
            .run(
                copy.resolve("pom.xml"),
                SKIPPED_CHECKS,
                "-Prelease",
                "-pl",
                NOT_RELEASED,
                "verify");

    assertThat(build.exitCode()).as(build.log()).isZero();
    assertThat(digests(copy.resolve("target/release-repository"))).isEqualTo(digests(repository));
  }

  private static Map<String, String> digests(Path repository) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (ReleasedArtifact artifact : ReleasedArtifact.readAll(repository)) {
      for (String suffix : artifact.suffixes()) {
        digests.put(
            artifact.artifactId() + suffix,
            Files.readString(artifact.file(suffix + ".sha1")).strip());
      }
    }
    return digests;
  }
}
