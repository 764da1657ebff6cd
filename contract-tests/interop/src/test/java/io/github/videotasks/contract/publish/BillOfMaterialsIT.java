package io.github.videotasks.contract.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.maven.NestedMaven;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bill of materials of an artifact lists what its users get. */
class BillOfMaterialsIT {
  private static final Path ROOT = RepositoryLayout.find().root();

  static Set<String> artifacts() {
    return new TreeSet<>(ArtifactManifest.BILLS_OF_MATERIALS.keySet());
  }

  /** The plugin does nothing in an offline build. */
  static void assumeOnline() {
    assumeFalse(NestedMaven.isOffline(), "not run: an offline build has no bill of materials");
  }

  private static JsonNode read(String artifact) throws IOException {
    assumeOnline();
    Path module = ROOT.resolve(ArtifactManifest.BILLS_OF_MATERIALS.get(artifact));
    return new JsonMapper().readTree(Files.readAllBytes(module.resolve("target/bom.json")));
  }

  private static Set<String> jars(JsonNode bill) {
    Set<String> jars = new TreeSet<>();
    bill.path("components")
        .forEach(it -> jars.add(it.path("name").asText() + "-" + it.path("version").asText()));
    return jars;
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void everyPublishedArtifactHasOne(String artifact) throws IOException {
    JsonNode bill = read(artifact);

    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.path("metadata").path("component").path("name").asText()).isEqualTo(artifact);
    assertThat(bill.has("serialNumber")).isFalse();
  }

  @Test
  void listsClassPathOfTheClient() throws IOException {
    String classPath = Files.readString(ROOT.resolve("client-ext/target/runtime-class-path.txt"));
    Set<String> expected = new TreeSet<>();
    for (String entry : List.of(classPath.strip().split(File.pathSeparator, -1))) {
      String name = String.valueOf(Path.of(entry).getFileName());
      if (!name.startsWith("video-tasks-") && name.endsWith(".jar")) {
        expected.add(name.substring(0, name.length() - ".jar".length()));
      }
    }

    assertThat(jars(read("video-tasks-client-ext")))
        .filteredOn(it -> !it.startsWith("video-tasks-"))
        .hasSizeGreaterThan(5)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void listsLibrariesOfTheVerifier() throws IOException {
    assertThat(jars(read("video-tasks-contract-verifier")))
        .contains("jakarta.mail-1.6.8")
        .noneMatch(it -> it.startsWith("mail-"));
  }
}
