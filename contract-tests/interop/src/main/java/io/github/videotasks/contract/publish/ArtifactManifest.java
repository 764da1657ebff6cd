package io.github.videotasks.contract.publish;

import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the SHA-256 manifest of the files that this build publishes, with their names in a Maven
 * repository.
 */
public final class ArtifactManifest {
  /** Ids of the published artifacts, each with the folder of its module. */
  public static final Map<String, String> MODULES =
      Map.of(
          "video-tasks-spec", "spec/contract",
          "video-tasks-spec-tool", "spec/tool",
          "video-tasks-client-runtime", "client-generated/runtime",
          "video-tasks-templates", "client-generated/templates",
          "video-tasks-client-generated", "client-generated",
          "video-tasks-client-ext", "client-ext",
          "video-tasks-durable", "client-ext/durable",
          "video-tasks-cli", "client-ext/cli");

  /** Ids of the artifacts with a bill of materials, each with the folder of its module. */
  static final Map<String, String> BILLS_OF_MATERIALS = billsOfMaterials();

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
   * @param args the checkout, in which all modules are packaged; the version; the file to write;
   *     {@code offline: true} for a build in which CycloneDX writes no bill of materials
   * @throws IOException if an artifact is missing; the message contains its path
   */
  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[2]), Sha256Sums.of(collect(args)));
  }

  private static SortedMap<String, byte[]> collect(String... args) throws IOException {
    String version = args[1];
    ArtifactManifest artifacts = new ArtifactManifest(Path.of(args[0]), version);
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      artifacts.add(
          module.getKey(),
          ".jar",
          module.getValue() + "/target/" + module.getKey() + "-" + version + ".jar");
    }
    if (args[3].equals("offline: true")) {
      System.out.println("not listed: bills of materials (offline build)");
    } else {
      for (Map.Entry<String, String> module : BILLS_OF_MATERIALS.entrySet()) {
        artifacts.add(module.getKey(), "-cyclonedx.json", module.getValue() + "/target/bom.json");
      }
    }
    artifacts.add("video-tasks-cli", "-all.jar", "client-ext/cli/target/video-tasks.jar");
    artifacts.add("video-tasks-spec-tool", "-all.jar", "spec/tool/target/spec-tool.jar");
    artifacts.add(
        "video-tasks-contract-verifier",
        "-all.jar",
        "contract-tests/verifier/target/contract-verifier.jar");
    String contract = "video-tasks-spec";
    artifacts.add(contract, "-openapi-3.0.yaml", "spec/canonical/openapi.yaml");
    artifacts.add(contract, "-openapi-3.1.yaml", "spec/canonical/openapi-3.1.yaml");
    artifacts.add(contract, "-schema.json", "spec/canonical/schema.json");
    for (String zip : new String[] {"contract", "examples", "pacts", "wire-cases"}) {
      String name = "-" + zip + ".zip";
      artifacts.add(contract, name, "spec/contract/target/" + contract + "-" + version + name);
    }
    return artifacts.files;
  }

  private static Map<String, String> billsOfMaterials() {
    Map<String, String> modules = new TreeMap<>(MODULES);
    modules.put("video-tasks-contract-verifier", "contract-tests/verifier");
    return Map.copyOf(modules);
  }

  private void add(String artifact, String suffix, String file) throws IOException {
    files.put(artifact + "-" + version + suffix, Files.readAllBytes(root.resolve(file)));
  }
}
