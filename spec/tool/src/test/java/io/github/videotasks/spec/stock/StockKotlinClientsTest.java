package io.github.videotasks.spec.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock Kotlin clients of the contract and of all scenarios compile and decode the examples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockKotlinClientsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private String compiled = "not run";
  private URLClassLoader classes = new URLClassLoader(new URL[0]);

  @BeforeAll
  void generateAndCompile(@TempDir Path folder) throws IOException {
    StockKotlinClients kotlin = new StockKotlinClients(folder);
    for (Path scenario : list(Path.of("src/test/scenarios"))) {
      Path contract = scenario.resolve("expected/openapi.yaml");
      if (Files.isRegularFile(contract)) {
        kotlin.generate(contract, "of_" + scenario.getFileName().toString().replace('-', '_'));
      }
    }
    kotlin.generate(Path.of("../canonical/openapi.yaml"), "canonical");
    compiled = kotlin.compile();
    classes = new URLClassLoader(new URL[] {kotlin.classes().toUri().toURL()});
  }

  @AfterAll
  void close() throws IOException {
    classes.close();
  }

  @Test
  void compilesClientOfEveryContract() {
    assertThat(compiled).isEmpty();
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../canonical/examples"))) {
      return files
          .filter(f -> f.toString().matches(".*[/\\\\]\\d+\\.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void findsSevenExamples() throws IOException {
    assertThat(examples()).hasSize(7);
  }

  /** Decoding and encoding loses no property, except null properties, which Moshi omits. */
  @ParameterizedTest
  @MethodSource("examples")
  void decodesExampleWithoutLoss(Path example) throws Exception {
    JsonAdapter<Object> adapter = adapter("stock.canonical.models.VideoTask");
    Object task = adapter.fromJson(Files.readString(example));
    JsonNode written = JSON.readTree(adapter.toJson(task));
    List<String> lost = new ArrayList<>();
    collectLost(JSON.readTree(Files.readString(example)), written, "$", lost);
    assertThat(lost).isEmpty();
  }

  /** Pages disagree on the type of two fields; the contract has both forms in x-declared only. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\",\"status\":\"queued\"}",
        "{\"id\":7,\"status\":{\"word\":\"queued\"}}",
      })
  void decodesEveryFormOfFieldWithoutType(String json) throws Exception {
    JsonAdapter<Object> adapter = adapter("stock.of_everything.models.CreateVideoResponse");
    JsonNode written = JSON.readTree(adapter.toJson(adapter.fromJson(json)));
    List<String> lost = new ArrayList<>();
    collectLost(JSON.readTree(json), written, "$", lost);
    assertThat(lost).isEmpty();
    assertThat(written.path("status")).isEqualTo(JSON.readTree(json).path("status"));
  }

  private JsonAdapter<Object> adapter(String model) throws ReflectiveOperationException {
    Class<?> serializer = classes.loadClass("stock.infrastructure.Serializer");
    Moshi moshi = (Moshi) serializer.getMethod("getMoshi").invoke(null);
    return moshi.adapter((Type) classes.loadClass(model));
  }

  private static void collectLost(JsonNode sent, JsonNode written, String at, List<String> to) {
    for (Map.Entry<String, JsonNode> property : sent.properties()) {
      JsonNode value = written.path(property.getKey());
      String path = at + "." + property.getKey();
      if (value.isMissingNode() && !property.getValue().isNull()) {
        to.add(path);
      }
      collectLost(property.getValue(), value, path, to);
    }
    for (int i = 0; i < sent.size() && sent.isArray(); i++) {
      collectLost(sent.get(i), written.path(i), at + "[" + i + "]", to);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
