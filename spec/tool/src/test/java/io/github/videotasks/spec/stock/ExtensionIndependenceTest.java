package io.github.videotasks.spec.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * The extensions of the contract ({@code x-...}) are for people and for tools that know them: a
 * stock generator creates the same client with and without them.
 */
class ExtensionIndependenceTest {
  private static final Path CONTRACT = Path.of("../canonical/openapi.yaml");
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir Path folder;

  /** Only the copy of the contract that some generators write may differ. */
  @ParameterizedTest
  @CsvSource({
    "java,        retrofit2,      api/openapi.yaml",
    "java,        native,         api/openapi.yaml",
    "kotlin,      jvm-retrofit2,  ''",
    "kotlin,      jvm-okhttp4,    ''",
    "typescript-fetch, '',        ''",
    "typescript-axios, '',        ''",
    "python,      '',             ''",
    "go,          '',             api/openapi.yaml",
    "rust,        '',             ''",
    "csharp,      '',             api/openapi.yaml",
    "swift6,      '',             ''",
    "php,         '',             ''",
    "ruby,        '',             ''",
    "dart,        '',             ''",
  })
  void generatesSameCodeWithoutExtensions(String generator, String library, String copy)
      throws IOException {
    assertThat(
            differingFiles(
                generator,
                library,
                ContractExtensions.read(CONTRACT),
                ContractExtensions.readWithoutExtensions(CONTRACT)))
        .containsExactlyElementsOf(copy.isEmpty() ? List.of() : List.of(copy));
  }

  /** Verifies the comparison itself with an extension that a generator reads. */
  @Test
  void detectsExtensionThatGeneratorReads() throws IOException {
    ObjectNode marked = ContractExtensions.read(CONTRACT);
    ((ObjectNode) marked.at("/components/schemas/VideoTask"))
        .put("x-class-extra-annotation", "@Deprecated");
    assertThat(
            differingFiles(
                "java", "retrofit2", marked, ContractExtensions.readWithoutExtensions(CONTRACT)))
        .contains("src/main/java/org/openapitools/client/model/VideoTask.java");
  }

  private SortedSet<String> differingFiles(
      String generator, String library, ObjectNode one, ObjectNode other) throws IOException {
    Map<String, byte[]> first = generate(generator, library, one, "with");
    Map<String, byte[]> second = generate(generator, library, other, "without");
    assertThat(first).isNotEmpty();
    SortedSet<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    names.removeIf(name -> Arrays.equals(first.get(name), second.get(name)));
    return names;
  }

  private Map<String, byte[]> generate(
      String generator, String library, ObjectNode contract, String name) throws IOException {
    // The same file name for both, because some generators write it to their output.
    Path input = folder.resolve("openapi.yaml");
    Files.write(input, YAML.writeValueAsBytes(contract));
    CodegenConfigurator options =
        new CodegenConfigurator()
            .setInputSpec(input.toString())
            .setGeneratorName(generator)
            .setOutputDir(folder.resolve(name).toString())
            // Random and time-dependent by default.
            .addAdditionalProperty("packageGuid", "{00000000-0000-0000-0000-000000000000}")
            .addAdditionalProperty("hideGenerationTimestamp", "true");
    if (!library.isEmpty()) {
      options.setLibrary(library);
    }
    StockGenerator.runSilently(options);
    return files(folder.resolve(name));
  }

  private static Map<String, byte[]> files(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
