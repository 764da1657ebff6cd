package io.github.videotasks.contract.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.maven.NestedMaven;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed listings of the public surface, compared with those of the last release. */
class SurfaceSinceReleaseIT {
  private static final Path ROOT = RepositoryLayout.find().root();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-ext/public-surface.txt",
        "client-ext/durable/public-surface.txt",
        "client-generated/runtime/public-surface.txt",
        "client-generated/generated-surface.txt"
      })
  void keepsWhatLastReleaseHad(String listing) throws IOException, InterruptedException {
    String tags = git("tag", "--list", "v[0-9]*", "--sort=-version:refname");
    assumeTrue(!tags.isBlank(), "not run: no release yet (no tag v*)");
    String tag = tags.lines().findFirst().orElseThrow();
    assumeTrue(
        !ReleasedSurface.mayBreak(tag.substring(1), NestedMaven.setting("version")),
        "not run: this version may break callers of " + tag);

    assertThat(
            new ReleasedSurface(git("show", tag + ":" + listing))
                .removedIn(new ReleasedSurface(Files.readString(ROOT.resolve(listing)))))
        .as(
            "%s: removed or changed since %s; keep it as deprecated, or release a version that may"
                + " break callers (.github/COMPATIBILITY.md)",
            listing, tag)
        .isEmpty();
  }

  private static String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", ROOT.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(process.waitFor() == 0, "not run: no history of Git");
    return output;
  }
}
