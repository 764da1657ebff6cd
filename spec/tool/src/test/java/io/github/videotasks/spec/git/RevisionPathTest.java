package io.github.videotasks.spec.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionPathTest {
  @Test
  void parsesRevisionAndPath() {
    assertThat(RevisionPath.parse("main:spec/canonical/"))
        .isEqualTo(new RevisionPath("main", "spec/canonical"));
    assertThat(RevisionPath.parse("origin/release-1.2~3^{}:./a.yaml"))
        .isEqualTo(new RevisionPath("origin/release-1.2~3^{}", "./a.yaml"));
    assertThat(RevisionPath.parse("main@{1}:ab:c")).isEqualTo(new RevisionPath("main@{1}", "ab:c"));
  }

  /** An option, a path outside the repository, a command for a shell, or no revision at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--output=x:a",
        "-x:a",
        ":a",
        "main",
        "main:",
        "main:.",
        "main:/etc/passwd",
        "main:../a",
        "main:a/../../b",
        "main:a\\b",
        "main:a\nb",
        "$(touch x):a",
        "a;b:c",
        "a b:c",
        "a\nb:c",
        "main --output=x:a",
      })
  void refusesEverythingElse(String argument) {
    assertThat(RevisionPath.parse(argument)).isNull();
  }
}
