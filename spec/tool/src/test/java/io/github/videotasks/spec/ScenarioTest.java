package io.github.videotasks.spec;

import static com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden tests: each scenario has {@code pages/} and the derived files in {@code expected/}. */
class ScenarioTest {
  static Stream<Path> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/test/scenarios"))) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void derivesExpectedFiles(Path scenario) throws IOException {
    DerivationResult derived = Derivation.derive(SourcePaths.of(scenario));
    Path expected = scenario.resolve("expected");
    if (Boolean.getBoolean("spec.accept")) {
      replace(expected, derived.files());
    }
    assertThat(texts(derived))
        .as("To accept: mvn -pl spec/tool verify -Dspec.accept")
        .isEqualTo(texts(expected));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void parsesEquallyWithTwoYamlParsers(Path scenario) throws IOException {
    DerivationResult derived = Derivation.derive(SourcePaths.of(scenario));
    String yaml = TestPages.text(derived, "openapi.yaml");
    assertThat(new OpenAPIV3Parser().readContents(yaml).getMessages()).isEmpty();
    JsonNode own = new YamlReader(YamlLimits.DEFAULT).read(yaml, "openapi.yaml", 1).get(0).root();
    JsonNode other = new YAMLMapper().enable(USE_BIG_DECIMAL_FOR_FLOATS).readTree(yaml);
    assertThat(JsonNodes.fingerprint(own)).isEqualTo(JsonNodes.fingerprint(other));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void listsEveryFieldInEvidenceTable(Path scenario) throws IOException {
    DerivationResult derived = Derivation.derive(SourcePaths.of(scenario));
    JsonNode contract = TestPages.contract(derived);
    String evidenceTable = TestPages.text(derived, "evidence.tsv");
    List<String> without = new ArrayList<>();
    OpenApiWalker.walk(
        OpenApiObject.COMPONENTS,
        contract.path("components"),
        "",
        (kind, node, pointer) -> {
          String[] steps = pointer.split("/", -1);
          if (kind == OpenApiObject.SCHEMA && steps.length == 5 && steps[3].equals("properties")) {
            String field = steps[2] + "." + steps[4].replace("~1", "/").replace("~0", "~");
            if (!evidenceTable.contains("\n" + field + "\t")) {
              without.add(field);
            }
          }
        });
    assertThat(without).isEmpty();
  }

  private static Map<String, String> texts(DerivationResult derived) {
    Map<String, String> texts = new TreeMap<>();
    derived.files().keySet().forEach(name -> texts.put(name, TestPages.text(derived, name)));
    return texts;
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(folder)) {
      texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return texts;
  }

  private static void replace(Path folder, Map<String, byte[]> files) throws IOException {
    for (Path old : files(folder)) {
      Files.delete(old);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }
}
