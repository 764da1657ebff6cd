package io.github.videotasks.contract.gradle;

import static io.github.videotasks.contract.gradle.GradleEdge.constraint;
import static io.github.videotasks.contract.gradle.GradleEdge.dependency;
import static io.github.videotasks.contract.gradle.GradleEdge.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of Gradle that differ from those of Maven. */
class GradleResolutionTest {
  private final Map<String, List<GradleEdge>> components = new HashMap<>();

  @Test
  void newestVersionWinsHoweverFar() {
    components.put("g:a:1", List.of(dependency("g:b", "1")));
    components.put("g:b:1", List.of(dependency("g:c", "2")));

    assertThat(jars(dependency("g:c", "1"), dependency("g:a", "1")))
        .containsExactly("a-1.jar", "b-1.jar", "c-2.jar");
  }

  @Test
  void dropsDependenciesOfVersionThatLost() {
    components.put("g:a:1", List.of(dependency("g:b", "2")));
    components.put("g:b:1", List.of(dependency("g:old", "1")));

    assertThat(jars(dependency("g:b", "1"), dependency("g:a", "1")))
        .containsExactly("a-1.jar", "b-2.jar");
  }

  @Test
  void platformSaysAndRaisesVersionsWithoutAddingModules() {
    components.put("g:bom:1", List.of(constraint("g:a", "3"), constraint("g:b", "9")));

    assertThat(jars(platform("g:bom", "1"), dependency("g:a", null))).containsExactly("a-3.jar");
    assertThat(jars(platform("g:bom", "1"), dependency("g:a", "2"))).containsExactly("a-3.jar");
    assertThat(jars(platform("g:bom", "1"), dependency("g:a", "4"))).containsExactly("a-4.jar");
  }

  @Test
  void excludesModuleOnlyOnEveryPath() {
    components.put("g:a:1", List.of(dependency("g:c", "1")));
    components.put("g:b:1", List.of(dependency("g:c", "1")));

    assertThat(jars(dependency("g:a", "1", "g:c"), dependency("g:b", "1", "*:c")))
        .containsExactly("a-1.jar", "b-1.jar");
    assertThat(jars(dependency("g:a", "1", "g:c"), dependency("g:b", "1")))
        .containsExactly("a-1.jar", "b-1.jar", "c-1.jar");
  }

  @Test
  void rejectsDependencyWithoutVersion() {
    assertThatThrownBy(() -> jars(dependency("g:a", null), dependency("g:b", "1")))
        .hasMessage("expected a version of g:a, found none; the platform must manage it");
  }

  private List<String> jars(GradleEdge... declared) {
    return GradleResolution.jars(new DeclaredComponents(components), List.of(declared));
  }

  /** Each library has one jar. */
  private record DeclaredComponents(Map<String, List<GradleEdge>> edges)
      implements GradleComponent.Source {

    @Override
    public GradleComponent library(String module, String version) {
      String jar = module.substring(module.indexOf(':') + 1) + "-" + version + ".jar";
      return new GradleComponent(
          edges.getOrDefault(module + ":" + version, List.of()), List.of(jar));
    }

    @Override
    public GradleComponent platform(String module, String version) {
      return new GradleComponent(edges.getOrDefault(module + ":" + version, List.of()), List.of());
    }
  }
}
