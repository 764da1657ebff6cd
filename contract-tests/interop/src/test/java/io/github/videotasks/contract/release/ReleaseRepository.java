package io.github.videotasks.contract.release;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.videotasks.contract.maven.NestedMaven;
import java.nio.file.Path;

/** The folder into which the profile {@code release} deploys. */
final class ReleaseRepository {

  private ReleaseRepository() {}

  /** Returns the folder. Aborts the test if this build makes no release. */
  static Path assumeDeployed() {
    String folder = NestedMaven.setting("release.repository");
    assumeFalse(folder.equals("none"), "not run: needs a release; mvn -Prelease verify");
    return Path.of(folder);
  }
}
