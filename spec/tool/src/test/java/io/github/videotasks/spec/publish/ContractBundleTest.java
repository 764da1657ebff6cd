package io.github.videotasks.spec.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.output.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractBundleTest {
  private static final Path ROOT = Path.of("../..");

  @TempDir Path folder;

  @Test
  void containsSpecExamplesWireCasesAndPacts() throws IOException {
    assertThat(ContractBundle.collect(ROOT))
        .containsKeys(
            "openapi.yaml",
            "openapi-3.1.yaml",
            "schema.json",
            "status-values.json",
            "wait-for-video.arazzo.yaml",
            "CHANGELOG.md",
            "examples/index.json",
            "examples/jxincm-sora/2.json",
            "wire-cases/numbers.yaml",
            "wire-cases/numbers.json",
            "wire-cases/folded/status-words.json",
            "wire-cases/wire-cases.schema.json",
            "wire-cases/check.mjs",
            "wire-cases/check.py",
            "wire-cases/README.md",
            "pacts/video-tasks-client-ext-chainhub-veo.json",
            "waiter/wait.go",
            "waiter/wait.py",
            "waiter/wait.ts",
            "SHA256SUMS");
  }

  @Test
  void manifestListsEveryFile() throws IOException {
    SortedMap<String, byte[]> files = ContractBundle.collect(ROOT);
    String manifest = new String(Objects.requireNonNull(files.remove("SHA256SUMS")), UTF_8);
    assertThat(manifest.lines().map(line -> line.substring(66)))
        .containsExactlyElementsOf(files.keySet());
    // The SHA-256 of an empty file starts with e3b0c442; no file may be empty.
    assertThat(manifest.lines())
        .allSatisfy(line -> assertThat(line).matches("(?!e3b0c442)[0-9a-f]{64}  \\S+"));
  }

  @Test
  void isReproducibleAcrossPathTimeZoneAndLocale() throws IOException {
    SortedMap<String, byte[]> here = ContractBundle.collect(ROOT);
    for (String part : new String[] {"spec/canonical", "contract-tests/wire-cases"}) {
      copy(part);
    }
    copy("contract-tests/pacts");
    copy("contract-tests/interop/src/polyglot");
    copy("spec/CHANGELOG.md");
    Locale language = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(texts(ContractBundle.collect(folder))).isEqualTo(texts(here));
    } finally {
      Locale.setDefault(language);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void deletesStaleFilesThatItWrote() throws IOException {
    Path out = folder.resolve("out");
    OutputFolder written = new OutputFolder(out, line -> {});
    written.replace(Map.of("pacts/gone.json", "{}".getBytes(UTF_8)));
    ContractBundle.main(new String[] {ROOT.toString(), out.toString()});
    assertThat(out.resolve("pacts/gone.json")).doesNotExist();
    assertThat(out.resolve("SHA256SUMS")).exists();
  }

  /** Every file of the folder is packed. */
  @Test
  void rejectsFilesThatItDidNotWrite() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("other.json"), "{}");
    assertThatThrownBy(() -> ContractBundle.main(new String[] {ROOT.toString(), out.toString()}))
        .hasMessageContaining("expected only files of the bundle, found other.json");
    assertThat(out.resolve("other.json")).hasContent("{}");
  }

  private void copy(String part) throws IOException {
    Path from = ROOT.resolve(part);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = folder.resolve(part).resolve(from.relativize(file)).normalize();
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file, target);
        Files.setLastModifiedTime(target, FileTime.fromMillis(0));
      }
    }
  }

  private static Map<String, String> texts(SortedMap<String, byte[]> files) {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach((name, content) -> texts.put(name, new String(content, UTF_8)));
    return texts;
  }
}
