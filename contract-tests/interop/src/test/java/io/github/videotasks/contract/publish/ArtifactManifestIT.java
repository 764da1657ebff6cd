package io.github.videotasks.contract.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the manifests in the packaged archives and the manifest of all published artifacts. */
class ArtifactManifestIT {
  private static final String VERSION = NestedMaven.setting("version");

  @ParameterizedTest
  @CsvSource({
    "../../spec/contract/target/video-tasks-spec-VERSION-contract.zip, ''",
    "../../spec/contract/target/video-tasks-spec-VERSION.jar, META-INF/openapi/video-tasks/"
  })
  void manifestListsEveryFileOfTheArchive(String archive, String folder) throws IOException {
    Map<String, byte[]> files = entries(Path.of(archive.replace("VERSION", VERSION)), folder);
    String manifest = new String(Objects.requireNonNull(files.get("SHA256SUMS")), UTF_8);
    assertThat(files)
        .containsKeys(
            "openapi.yaml",
            "schema.json",
            "status-values.json",
            "wait-for-video.arazzo.yaml",
            "examples/jxincm-sora/2.json");
    assertThat(manifest).isEqualTo(new String(Sha256Sums.of(files), UTF_8));
  }

  @Test
  void manifestListsEveryPublishedArtifact() throws IOException {
    BillOfMaterialsIT.assumeOnline();
    assertThat(Files.readAllLines(Path.of("target/SHA256SUMS")))
        .extracting(line -> line.substring(66).replace(VERSION, "VERSION"))
        .containsExactly(
            "video-tasks-cli-VERSION-all.jar",
            "video-tasks-cli-VERSION-cyclonedx.json",
            "video-tasks-cli-VERSION.jar",
            "video-tasks-client-ext-VERSION-cyclonedx.json",
            "video-tasks-client-ext-VERSION.jar",
            "video-tasks-client-generated-VERSION-cyclonedx.json",
            "video-tasks-client-generated-VERSION.jar",
            "video-tasks-client-runtime-VERSION-cyclonedx.json",
            "video-tasks-client-runtime-VERSION.jar",
            "video-tasks-contract-verifier-VERSION-all.jar",
            "video-tasks-contract-verifier-VERSION-cyclonedx.json",
            "video-tasks-durable-VERSION-cyclonedx.json",
            "video-tasks-durable-VERSION.jar",
            "video-tasks-spec-VERSION-contract.zip",
            "video-tasks-spec-VERSION-cyclonedx.json",
            "video-tasks-spec-VERSION-examples.zip",
            "video-tasks-spec-VERSION-openapi-3.0.yaml",
            "video-tasks-spec-VERSION-openapi-3.1.yaml",
            "video-tasks-spec-VERSION-pacts.zip",
            "video-tasks-spec-VERSION-schema.json",
            "video-tasks-spec-VERSION-wire-cases.zip",
            "video-tasks-spec-VERSION.jar",
            "video-tasks-spec-tool-VERSION-all.jar",
            "video-tasks-spec-tool-VERSION-cyclonedx.json",
            "video-tasks-spec-tool-VERSION.jar",
            "video-tasks-templates-VERSION-cyclonedx.json",
            "video-tasks-templates-VERSION.jar");
  }

  private static Map<String, byte[]> entries(Path archive, String folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
        if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
          try (InputStream content = zip.getInputStream(entry)) {
            files.put(entry.getName().substring(folder.length()), content.readAllBytes());
          }
        }
      }
    }
    return files;
  }
}
