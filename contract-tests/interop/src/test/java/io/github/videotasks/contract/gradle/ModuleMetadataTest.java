package io.github.videotasks.contract.gradle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The variant that an application on the JVM gets. */
class ModuleMetadataTest {
  private static final String API =
      "{'name': 'api', 'attributes': {'org.gradle.usage': 'java-api'}, 'files': [{'name':"
          + " 'api.jar'}]}";
  private static final String JVM =
      "{'name': 'jvm', 'attributes': {'org.gradle.usage': 'java-runtime',"
          + " 'org.gradle.jvm.environment': 'standard-jvm'}, 'available-at':"
          + " {'group': 'g', 'module': 'a-jvm', 'version': '1'}}";
  private static final String ANDROID =
      "{'name': 'android', 'attributes': {'org.gradle.usage': 'java-runtime',"
          + " 'org.gradle.jvm.environment': 'android'}, 'files': [{'name': 'a.aar'}]}";
  private static final String PLAIN =
      "{'name': 'plain', 'attributes': {'org.gradle.usage': 'java-runtime'}, 'files': [{'name':"
          + " 'a.jar'}], 'dependencies': [{'group': 'g', 'module': 'b', 'version': {'requires':"
          + " '2'}, 'excludes': [{'group': '*', 'module': 'c'}]}], 'dependencyConstraints':"
          + " [{'group': 'g', 'module': 'd', 'version': {'strictly': '3'}}]}";

  @Test
  void readsJarDependenciesAndConstraints() throws IOException {
    assertThat(variantOf(API, PLAIN).toString())
        .isEqualTo(
            "GradleComponent[edges=[GradleEdge[module=g:b, version=2, kind=DEPENDENCY,"
                + " excludes=[*:c]], GradleEdge[module=g:d, version=3, kind=CONSTRAINT,"
                + " excludes=[]]], files=[a.jar]]");
  }

  @Test
  void followsVariantOfJvmToOtherModule() throws IOException {
    assertThat(variantOf(API, ANDROID, JVM).edges())
        .containsExactly(GradleEdge.dependency("g:a-jvm", "1"));
  }

  @Test
  void rejectsAmbiguousVariants() {
    assertThatThrownBy(() -> variantOf(PLAIN, PLAIN))
        .hasMessage("expected one variant of a for the JVM, found [plain, plain]");
    assertThatThrownBy(() -> variantOf(API))
        .hasMessage("expected one variant of a for the JVM, found []");
  }

  private static GradleComponent variantOf(String... variants) throws IOException {
    String text =
        "{'component': {'module': 'a'}, 'variants': [" + String.join(",", variants) + "]}";
    return ModuleMetadata.runtimeVariant(new JsonMapper().readTree(text.replace('\'', '"')));
  }
}
