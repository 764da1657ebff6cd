package io.github.videotasks.spec.stock;

import io.github.videotasks.spec.output.FileTransaction;
import io.github.videotasks.spec.output.OutputFolder;
import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Builder for the npm package of the contract; {@code npm pack} creates the tarball. */
final class NpmPackage {
  private static final Consumer<String> NOTICES = System.err::println;

  /** URL of the repository, for a release; without it the package names none. */
  private static final String REPOSITORY_PROPERTY = "release.scm";

  private final NodeTools node;
  private final Path folder;

  private NpmPackage(NodeTools node, Path folder) {
    this.node = node;
    this.folder = folder.toAbsolutePath();
  }

  /**
   * Writes the package to a folder, all of it or nothing: it is completed in a temporary folder.
   */
  static NpmPackage writeTo(Path folder, NodeTools node) throws IOException, InterruptedException {
    Path draft = Files.createTempDirectory("npm-package");
    try {
      new NpmPackage(node, draft).writeFiles();
      replace(folder, readFiles(draft));
    } finally {
      deleteFolder(draft);
    }
    return new NpmPackage(node, folder);
  }

  /** No file may be left of an earlier package: npm packs all of them. */
  private static void replace(Path folder, Map<String, byte[]> files) throws IOException {
    try (FileTransaction change = FileTransaction.begin(folder, NOTICES)) {
      readFiles(folder).keySet().stream()
          .filter(name -> !files.containsKey(name) && !OutputFolder.isOwnFile(name))
          .forEach(change::delete);
      files.forEach(change::write);
      change.commit();
    }
  }

  private void writeFiles() throws IOException, InterruptedException {
    for (Map.Entry<String, byte[]> file :
        NpmPackageFiles.collect(System.getProperty(REPOSITORY_PROPERTY)).entrySet()) {
      writeFile(file.getKey(), file.getValue());
    }
    requireSuccess(
        node.runScript(
            "openapi-typescript/bin/cli.js",
            List.of(
                folder.resolve("openapi.yaml").toString(),
                "--output",
                folder.resolve("index.d.ts").toString())));
    writeFile(Sha256Sums.FILE_NAME, Sha256Sums.of(readFiles(folder)));
  }

  /** Returns the files of a folder by their path below it. */
  static Map<String, byte[]> readFiles(Path folder) throws IOException {
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

  /**
   * Packs the folder and returns the tarball. A tarball of an earlier version is deleted in the
   * same change.
   */
  Path pack(Path into, Map<String, String> environment) throws IOException, InterruptedException {
    Path draft = Files.createTempDirectory("npm-pack");
    try (FileTransaction change = FileTransaction.begin(into, NOTICES)) {
      requireSuccess(
          node.run(
              folder,
              environment,
              List.of("npm", "pack", "--ignore-scripts", "--pack-destination", draft.toString())));
      Path packed = tarballs(draft).get(0);
      String name = packed.getFileName().toString();
      for (Path old : tarballs(into)) {
        if (!old.endsWith(name)) {
          change.delete(old.getFileName().toString());
        }
      }
      change.write(name, Files.readAllBytes(packed));
      change.commit();
      return into.resolve(name).toAbsolutePath();
    } finally {
      deleteFolder(draft);
    }
  }

  private static List<Path> tarballs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(NpmPackage::isTarball).toList();
    }
  }

  private static boolean isTarball(Path file) {
    return file.toString().endsWith(".tgz");
  }

  private void writeFile(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, content);
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void requireSuccess(String output) {
    if (!output.isEmpty()) {
      throw new IllegalStateException(output);
    }
  }
}
