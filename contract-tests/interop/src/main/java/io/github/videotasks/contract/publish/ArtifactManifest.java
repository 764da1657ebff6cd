package io.github.videotasks.contract.publish;

import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lists the files that this build publishes, under the names that a repository gives them, with the
 * SHA-256 of each.
 */
public final class ArtifactManifest {
  private final Path root;
  private final String version;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private ArtifactManifest(Path checkout, String version) {
    this.root = checkout;
    this.version = version;
  }

  /**
   * Writes the manifest.
   *
   * @param args the checkout, in which all modules are packaged; the version; the file to write
   * @throws IOException when an artifact is not there; the message names it
   */
  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[2]), Sha256Sums.of(collect(Path.of(args[0]), args[1])));
  }

  private static SortedMap<String, byte[]> collect(Path checkout, String version)
      throws IOException {
    ArtifactManifest artifacts = new ArtifactManifest(checkout, version);
    for (String module : new String[] {"spec", "client-generated", "client-ext"}) {
      artifacts.add(module, ".jar", "target/video-tasks-" + module + "-" + version + ".jar");
    }
    artifacts.add("spec", "-tool.jar", "target/spec-tool.jar");
    artifacts.add("spec", "-openapi-3.0.yaml", "canonical/openapi.yaml");
    artifacts.add("spec", "-openapi-3.1.yaml", "canonical/openapi-3.1.yaml");
    artifacts.add("spec", "-schema.json", "canonical/schema.json");
    artifacts.add("contract-tests", "-verifier.jar", "target/contract-verifier.jar");
    for (String zip : new String[] {"contract", "examples", "pacts", "wire-cases"}) {
      String name = "-" + zip + ".zip";
      artifacts.add("contract-tests", name, "target/video-tasks-contract-tests-" + version + name);
    }
    return artifacts.files;
  }

  private void add(String module, String ending, String file) throws IOException {
    files.put(
        "video-tasks-" + module + "-" + version + ending,
        Files.readAllBytes(root.resolve(module).resolve(file)));
  }
}
