package io.github.videotasks.spec.stock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks the content of the npm package as far as it needs no Node. */
class NpmPackageFilesTest {
  private static final Set<String> WRITTEN_WITH_NODE = Set.of("index.d.ts", "SHA256SUMS");
  private static final String REPOSITORY = "https://host.example/team/video-tasks.git";

  private static SortedMap<String, byte[]> collect(@Nullable String repository) throws IOException {
    SortedMap<String, byte[]> files = NpmPackageFiles.collect(repository);
    WRITTEN_WITH_NODE.forEach(name -> files.put(name, new byte[0]));
    return files;
  }

  private static String text(SortedMap<String, byte[]> files, String name) {
    return new String(Objects.requireNonNull(files.get(name), name), UTF_8);
  }

  private static JsonNode manifest(@Nullable String repository) throws IOException {
    return new JsonMapper().readTree(text(collect(repository), "package.json"));
  }

  @Test
  void namesLicenceWhoseTextItContains() throws IOException {
    assertThat(manifest(null).path("license").asText()).isEqualTo("Apache-2.0");
    assertThat(text(collect(null), "LICENSE")).contains("Apache License", "Version 2.0");
  }

  @Test
  void namesRepositoryOfReleaseOnly() throws IOException {
    assertThat(manifest(null).has("repository")).isFalse();
    assertThat(manifest(REPOSITORY).path("repository"))
        .hasToString("{\"type\":\"git\",\"url\":\"" + REPOSITORY + "\"}");
  }

  @Test
  void everyExportIsInThePackage() throws IOException {
    SortedMap<String, byte[]> files = collect(null);
    List<String> missing = new ArrayList<>();
    for (JsonNode export : manifest(null).path("exports")) {
      String path = export.path("types").asText(export.asText()).substring("./".length());
      String folder = path.replace("*", "");
      if (files.keySet().stream().noneMatch(it -> it.equals(path) || it.startsWith(folder))) {
        missing.add(path);
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Names in backticks that end like a file or folder, and the targets of links. */
  @Test
  void readmeNamesEveryFileAndFolderAndNoOther() throws IOException {
    SortedMap<String, byte[]> files = collect(null);
    String readme = text(files, "README.md");
    Set<String> named = new TreeSet<>();
    Pattern.compile("^\\| (.*?) \\|", Pattern.MULTILINE)
        .matcher(readme)
        .results()
        .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell.group(1)).results())
        .forEach(name -> named.add(name.group(1)));
    Set<String> expected = new TreeSet<>();
    files.keySet().forEach(name -> expected.add(name.replaceFirst("/.*", "/")));
    expected.removeAll(Set.of("README.md", "package.json"));

    assertThat(named).isEqualTo(expected);
    assertThat(Pattern.compile("]\\((?!https:)([^)]+)\\)").matcher(readme).results())
        .isNotEmpty()
        .allMatch(link -> files.containsKey(link.group(1)));
  }
}
