package io.github.videotasks.spec.stock;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.publish.ContractBundle;
import io.github.videotasks.spec.publish.WireCaseFiles;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of the npm package, except the types and the manifest, which need Node. */
final class NpmPackageFiles {
  private static final Path ROOT = Path.of("../..");
  private static final Path CANONICAL = ROOT.resolve("spec/canonical");
  private static final Path SOURCES = Path.of("src/npm");

  private NpmPackageFiles() {}

  /**
   * Reads the files.
   *
   * @param repository URL of the repository that package.json names; null for none
   * @return the content of each file by its path in the package
   */
  static SortedMap<String, byte[]> collect(@Nullable String repository) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String file : ContractBundle.FILES) {
      files.put(file, Files.readAllBytes(CANONICAL.resolve(file)));
    }
    ObjectNode contract =
        (ObjectNode) new YAMLMapper().readTree(CANONICAL.resolve("openapi.yaml").toFile());
    files.put("openapi.json", JsonNodes.pretty(contract));
    NpmPackage.readFiles(CANONICAL.resolve("examples"))
        .forEach((name, content) -> files.put("examples/" + name, content));
    WireCaseFiles.read(ROOT.resolve("contract-tests/wire-cases"))
        .forEach((name, content) -> files.put("wire-cases/" + name, content));
    files.put("CHANGELOG.md", Files.readAllBytes(ROOT.resolve("spec/CHANGELOG.md")));
    files.put("LICENSE", Files.readAllBytes(ROOT.resolve("LICENSE")));
    files.put("README.md", Files.readAllBytes(SOURCES.resolve("README.md")));
    files.put(
        "waiter/wait.ts",
        Files.readAllBytes(
            ROOT.resolve("contract-tests/interop/src/polyglot/typescript-fetch/wait.ts")));
    files.put("package.json", manifest(contract.path("info").path("version").asText(), repository));
    return files;
  }

  private static byte[] manifest(String version, @Nullable String repository) throws IOException {
    ObjectNode manifest =
        (ObjectNode) new JsonMapper().readTree(SOURCES.resolve("package.json").toFile());
    manifest.put("version", version);
    if (repository != null) {
      manifest.putObject("repository").put("type", "git").put("url", repository);
    }
    return JsonNodes.pretty(manifest);
  }
}
