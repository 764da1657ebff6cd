package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.drift.OutputFolder;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
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
    OutputFolder expected = new OutputFolder(scenario.resolve("expected"));
    if (Boolean.getBoolean("spec.accept")) {
      expected.replace(derived.files());
    }
    assertThat(texts(derived))
        .as("To accept: mvn -pl spec/tool verify -Dspec.accept")
        .isEqualTo(texts(scenario.resolve("expected"), expected));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void parsesEquallyWithTwoYamlParsers(Path scenario) throws IOException {
    DerivationResult derived = Derivation.derive(SourcePaths.of(scenario));
    String yaml = TestPages.text(derived, "openapi.yaml");
    assertThat(new OpenAPIV3Parser().readContents(yaml).getMessages()).isEmpty();
    assertThat(new YamlReader(YamlLimits.DEFAULT).read(yaml, "openapi.yaml", 1).get(0).root())
        .isEqualTo(TestPages.contract(derived));
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

  private static Map<String, String> texts(Path folder, OutputFolder files) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : files.files()) {
      texts.put(name, Files.readString(folder.resolve(name)));
    }
    return texts;
  }
}
