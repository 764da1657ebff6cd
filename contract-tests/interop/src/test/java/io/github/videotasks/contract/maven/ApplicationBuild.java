package io.github.videotasks.contract.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Builds a project of src/test that uses the artifacts of this build and copies files of them. */
public final class ApplicationBuild {
  private ApplicationBuild() {}

  /**
   * Builds the project. The test fails with the output of Maven if the build does.
   *
   * @param project name of its folder below src/test
   * @param output absolute folder below target, for the local repository and for what the project
   *     writes, which reads it as the property {@code application.output}
   * @param goal a goal or phase
   * @param versions names of {@linkplain NestedMaven#setting settings} that the project reads as
   *     properties of the same names
   */
  public static void run(String project, Path output, String goal, String... versions) {
    Map<String, String> properties = new HashMap<>();
    properties.put("videotasks.version", NestedMaven.setting("version"));
    properties.put("dependency-plugin.version", NestedMaven.setting("dependency-plugin.version"));
    properties.put("application.output", output.toString());
    for (String version : versions) {
      properties.put(version, NestedMaven.setting(version));
    }
    NestedBuildResult build =
        NestedMaven.in(output).run(Path.of("src/test", project, "pom.xml"), properties, goal);
    assertThat(build.exitCode()).as(build.log()).isZero();
  }
}
