package io.github.videotasks.spec.publish;

import io.github.videotasks.spec.attention.StatusTable;
import io.github.videotasks.spec.output.OutputFolder;
import io.github.videotasks.spec.waiting.WaitingFiles;
import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the contract bundle, the folder that teams in other languages import: both editions of the
 * contract, its JSON Schema, how to wait for a task, programs that wait, the examples, the wire
 * cases, the pacts, and a manifest with the SHA-256 of each file.
 */
public final class ContractBundle {
  /** The derived files, apart from the examples. */
  public static final List<String> FILES =
      List.of(
          "openapi.yaml",
          "openapi-3.1.yaml",
          "schema.json",
          StatusTable.DERIVED,
          WaitingFiles.ARAZZO);

  /** Programs that wait for tasks, to copy and adapt: name in the folder, and source. */
  private static final Map<String, String> WAITERS =
      Map.of(
          "waiter/wait.go", "go/wait/main.go",
          "waiter/wait.py", "python/wait.py",
          "waiter/wait.ts", "typescript-fetch/wait.ts");

  private final Path root;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private ContractBundle(Path checkout) {
    this.root = checkout;
  }

  /**
   * Writes the folder again, all of it or nothing.
   *
   * @param args the checkout folder, and the folder to write
   * @throws IOException when a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    write(collect(Path.of(args[0])), Path.of(args[1]));
  }

  /** Returns the files of a checkout by path below the folder, including the manifest. */
  static SortedMap<String, byte[]> collect(Path checkout) throws IOException {
    ContractBundle contract = new ContractBundle(checkout);
    for (String file : FILES) {
      contract.add(file, "spec/canonical/" + file);
    }
    contract.add("CHANGELOG.md", "spec/CHANGELOG.md");
    contract.addAll("examples", "spec/canonical/examples");
    WireCaseFiles.read(checkout.resolve("contract-tests/wire-cases"))
        .forEach((name, content) -> contract.files.put("wire-cases/" + name, content));
    contract.addAll("pacts", "contract-tests/pacts");
    for (Map.Entry<String, String> waiter : WAITERS.entrySet()) {
      contract.add(waiter.getKey(), "contract-tests/interop/src/polyglot/" + waiter.getValue());
    }
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
    List<String> others = new OutputFolder(folder, System.err::println).overwrite(files);
    if (!others.isEmpty()) {
      throw new IllegalStateException(
          folder
              + ": expected only files of the bundle, found "
              + others.get(0)
              + ", which would be packed too. Move it away.");
    }
  }
}
