package io.github.videotasks.spec.stock;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The npm package of the contract: its folder is derived, and {@code npm pack} makes the file. */
final class NpmPackage {
  private static final Path CANONICAL = Path.of("canonical");

  private final NodeTools node;
  private final Path folder;

  private NpmPackage(NodeTools node, Path folder) {
    this.node = node;
    this.folder = folder.toAbsolutePath();
  }

  /** Writes the package's folder anew. */
  static NpmPackage in(Path folder, NodeTools node) throws IOException, InterruptedException {
    NpmPackage contract = new NpmPackage(node, folder);
    contract.write();
    return contract;
  }

  private void write() throws IOException, InterruptedException {
    delete(folder);
    for (String file : List.of("openapi.yaml", "openapi-3.1.yaml", "schema.json")) {
      put(file, Files.readAllBytes(CANONICAL.resolve(file)));
    }
    put("CHANGELOG.md", Files.readAllBytes(Path.of("CHANGELOG.md")));
    put("README.md", Files.readAllBytes(Path.of("src/npm/README.md")));
    for (Map.Entry<String, byte[]> example : read(CANONICAL.resolve("examples")).entrySet()) {
      put("examples/" + example.getKey(), example.getValue());
    }
    ObjectNode contract =
        (ObjectNode) new YAMLMapper().readTree(CANONICAL.resolve("openapi.yaml").toFile());
    put("openapi.json", Json.pretty(contract));
    ObjectNode manifest =
        (ObjectNode)
            JsonMapper.builder().build().readTree(Path.of("src/npm/package.json").toFile());
    manifest.set("version", contract.path("info").path("version"));
    put("package.json", Json.pretty(manifest));
    succeed(
        node.node(
            "openapi-typescript/bin/cli.js",
            List.of(
                folder.resolve("openapi.yaml").toString(),
                "--output",
                folder.resolve("index.d.ts").toString())));
    put(Sha256Sums.NAME, Sha256Sums.of(read(folder)));
  }

  /** Gives the files of a folder by their path below it. */
  static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  Path folder() {
    return folder;
  }

  /** Packs the folder, and gives the file. */
  Path pack(Path into, Map<String, String> environment) throws IOException, InterruptedException {
    Files.createDirectories(into);
    // One of an earlier version may lie there.
    try (Stream<Path> files = Files.list(into)) {
      for (Path old : files.filter(NpmPackage::isPacked).toList()) {
        Files.delete(old);
      }
    }
    succeed(
        node.run(
            folder,
            environment,
            List.of("npm", "pack", "--ignore-scripts", "--pack-destination", into.toString())));
    try (Stream<Path> files = Files.list(into)) {
      return files.filter(NpmPackage::isPacked).findFirst().orElseThrow().toAbsolutePath();
    }
  }

  private static boolean isPacked(Path file) {
    return file.toString().endsWith(".tgz");
  }

  private void put(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, content);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void succeed(String said) {
    if (!said.isEmpty()) {
      throw new IllegalStateException(said);
    }
  }
}
