package io.github.videotasks.spec.publish;

import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the contract bundle, the folder that teams in other languages import: both editions of the
 * contract, its JSON Schema, the examples, the wire cases, the pacts, and a manifest with the
 * SHA-256 of each file.
 */
public final class ContractBundle {
  private final Path root;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private ContractBundle(Path checkout) {
    this.root = checkout;
  }

  /**
   * Deletes the folder and writes it again.
   *
   * @param args the checkout folder, and the folder to write
   */
  public static void main(String[] args) throws IOException {
    write(collect(Path.of(args[0])), Path.of(args[1]));
  }

  /** Returns the files of a checkout by path below the folder, including the manifest. */
  static SortedMap<String, byte[]> collect(Path checkout) throws IOException {
    ContractBundle contract = new ContractBundle(checkout);
    for (String file : new String[] {"openapi.yaml", "openapi-3.1.yaml", "schema.json"}) {
      contract.add(file, "spec/canonical/" + file);
    }
    contract.add("CHANGELOG.md", "spec/CHANGELOG.md");
    contract.addAll("examples", "spec/canonical/examples");
    contract.addAll("wire-cases", "contract-tests/wire-cases");
    contract.addAll("pacts", "contract-tests/pacts");
    contract.files.put(Sha256Sums.FILE_NAME, Sha256Sums.of(contract.files));
    return contract.files;
  }

  private void add(String name, String path) throws IOException {
    files.put(name, Files.readAllBytes(root.resolve(path)));
  }

  private void addAll(String name, String path) throws IOException {
    Path folder = root.resolve(path);
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        String below = folder.relativize(file).toString().replace('\\', '/');
        files.put(name + "/" + below, Files.readAllBytes(file));
      }
    }
  }

  private static void write(Map<String, byte[]> files, Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) old.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
  }
}
