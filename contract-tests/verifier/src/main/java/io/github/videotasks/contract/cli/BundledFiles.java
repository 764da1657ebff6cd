package io.github.videotasks.contract.cli;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.io.InputStream;
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

/** The contract, its pacts and examples inside this jar, as committed when the jar was built. */
final class BundledFiles {

  private static final String FOLDER = "/META-INF/video-tasks/";

  private BundledFiles() {}

  /** Copies the pacts into an existing folder, because Pact reads only files. */
  static void copyPactsTo(Path folder) throws IOException {
    copyTo("pacts", folder);
  }

  /** Copies what the replay server reads into an existing folder, as in a checkout. */
  static RepositoryLayout copyExamplesTo(Path folder) throws IOException {
    copyTo("examples", folder);
    return new RepositoryLayout(folder);
  }

  /** Returns the version of the contract. */
  static String contractVersion() throws IOException {
    String contract = FOLDER + "openapi.yaml";
    try (InputStream text =
        Objects.requireNonNull(BundledFiles.class.getResourceAsStream(contract), contract)) {
      return new YAMLMapper().readTree(text).at("/info/version").asText();
    }
  }

  private static void copyTo(String name, Path folder) throws IOException {
    URL bundled = Objects.requireNonNull(BundledFiles.class.getResource(FOLDER + name), name);
    try {
      URI uri = bundled.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          copy(jar.getPath(FOLDER + name), folder);
        }
      } else {
        copy(Path.of(uri), folder);
      }
    } catch (URISyntaxException e) {
      throw new IOException("expected the files of this jar, cannot read " + bundled, e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
