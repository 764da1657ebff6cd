package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Prism serves the canonical contract with the vendors' examples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrismExamplesNodeCheck {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final RepositoryLayout layout = RepositoryLayout.find();
  private @Nullable PrismServer prism;

  @BeforeAll
  void start() throws Exception {
    NodePackages packages = NodePackages.installOrSkip();
    Path contract = packages.folder().resolve("canonical.yaml");
    Files.write(contract, Files.readAllBytes(layout.spec().resolve("canonical/openapi.yaml")));
    prism = new PrismServer(packages, contract, List.of());
  }

  @AfterAll
  void stop() {
    if (prism != null) {
      prism.close();
    }
  }

  @Test
  void respondsWithEveryExampleOfThePages() throws Exception {
    Map<String, JsonNode> expected = new TreeMap<>();
    Map<String, JsonNode> served = new TreeMap<>();
    for (JsonNode provider : readExample("index.json").path("providers")) {
      for (JsonNode operation : provider.path("operations")) {
        for (JsonNode example : operation.path("examples")) {
          String name = provider.path("id").asText() + "-" + example.path("n").asText();
          String key = name + "-" + example.path("status").asText();
          expected.put(key, readExample(example.path("file").asText()));
          served.put(
              key, JSON.readTree(get(operation.path("path").asText(), "example=" + key).body()));
        }
      }
    }
    assertThat(served).hasSize(7).isEqualTo(expected);
  }

  @Test
  void respondsToUnknownStatusWithDeclaredError() throws Exception {
    HttpResponse<String> response = get("/v1/videos/{id}", "code=404");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(response.body()).fieldNames())
        .toIterable()
        .containsExactly("error", "code", "message", "type", "param", "data");
  }

  private JsonNode readExample(String file) throws IOException {
    return JSON.readTree(layout.examples().resolve(file).toFile());
  }

  private HttpResponse<String> get(String path, String preferred)
      throws IOException, InterruptedException {
    String target = path.contains("{id}") ? path.replace("{id}", "a") : path + "?id=a";
    return http.send(
        HttpRequest.newBuilder(Objects.requireNonNull(prism).baseUrl().resolve(target))
            .header("Authorization", "Bearer key")
            .header("Accept", "application/json")
            .header("Prefer", preferred)
            .build(),
        BodyHandlers.ofString());
  }
}
