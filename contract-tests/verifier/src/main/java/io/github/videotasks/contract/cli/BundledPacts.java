package io.github.videotasks.contract.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The pacts inside this jar, as committed when the jar was built. */
final class BundledPacts {

  private static final String FOLDER = "/META-INF/video-tasks/pacts";

  private BundledPacts() {}

  /** Copies the pacts into an existing folder, because Pact reads only files. */
  static void copyTo(Path folder) throws IOException {
    URL bundled = Objects.requireNonNull(BundledPacts.class.getResource(FOLDER), FOLDER);
    try {
      URI uri = bundled.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          copy(jar.getPath(FOLDER), folder);
        }
      } else {
        copy(Path.of(uri), folder);
      }
    } catch (URISyntaxException e) {
      throw new IOException("expected the pacts of this jar, cannot read " + bundled, e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      List<Path> pacts = files.filter(file -> file.toString().endsWith(".json")).toList();
      for (Path pact : pacts) {
        Files.copy(pact, to.resolve(String.valueOf(pact.getFileName())));
      }
    }
  }
}
