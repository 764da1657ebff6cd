package io.github.videotasks.contract.docs;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.testkit.RepositoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The text files of the repository, without those that a build writes. */
final class RepositoryTexts {

  private static final Pattern TEXT =
      Pattern.compile(".*\\.(?:md|java|kt|scala|groovy|clj|ts|mjs|xml|properties)");

  /** Documents that people read; the vendors' pages and test data are left out. */
  private static final Pattern DOCUMENT =
      Pattern.compile("(?!spec/pages/(?!README)|spec/canonical/|.*/src/test/).*\\.md");

  private static final SortedMap<String, String> FILES = readAll();

  private RepositoryTexts() {}

  /** Returns each file by its path from the root, with slashes. */
  static SortedMap<String, String> all() {
    return FILES;
  }

  /** Returns the Markdown files that people read. */
  static SortedMap<String, String> documents() {
    SortedMap<String, String> documents = new TreeMap<>(FILES);
    documents.keySet().removeIf(path -> !DOCUMENT.matcher(path).matches());
    return documents;
  }

  private static SortedMap<String, String> readAll() {
    Path root = RepositoryLayout.find().root();
    SortedMap<String, String> files = new TreeMap<>();
    try {
      for (Path file : RepositoryFiles.below(root)) {
        String path = file.toString().replace('\\', '/');
        if (TEXT.matcher(path).matches()) {
          files.put(path, Files.readString(root.resolve(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
