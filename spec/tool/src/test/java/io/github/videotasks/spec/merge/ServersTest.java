package io.github.videotasks.spec.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At which URL each operation of the contract is. */
class ServersTest {
  @TempDir Path folder;
  private final StringBuilder findings = new StringBuilder();

  @Test
  void keepsServersOfPathAndOperation() throws IOException {
    add("a.yaml", "[{url: https://api.example}]", "/v1/jobs", "");
    add(
        "b.yaml",
        "[{url: https://api.example}]",
        "/v1/files",
        "servers: [{url: https://files.example/v2}]");

    assertThat(urls())
        .containsExactly(
            "contract https://api.example",
            "GET /v1/jobs",
            "GET /v1/files https://files.example/v2");
    assertThat(findings)
        .contains("WARNING pages/b.yaml:")
        .contains("found https://files.example/v2 for GET /v1/files");
  }

  @Test
  void repeatsNoServersOfTheDocument() throws IOException {
    add(
        "a.yaml",
        "[{url: https://api.example}]",
        "/v1/jobs",
        "servers: [{url: https://api.example/}]");

    assertThat(urls()).containsExactly("contract https://api.example", "GET /v1/jobs");
  }

  @Test
  void writesServersOfOperationsThatTheFirstServerLacks() throws IOException {
    add("a.yaml", "[{url: https://a.example}]", "/shared", "");
    add("b.yaml", "[{url: https://b.example}]", "/shared", "");
    add("c.yaml", "[{url: https://b.example}]", "/only-b", "");

    assertThat(urls())
        .containsExactly(
            "contract https://a.example https://b.example",
            "GET /shared",
            "GET /only-b https://b.example");
    assertThat(findings)
        .contains("INFO pages/c.yaml:")
        .contains(
            "found https://b.example for GET /only-b; the contract's first server is"
                + " https://a.example");
  }

  @Test
  void distinguishesOperationsByBasePath() throws IOException {
    add("a.yaml", "[{url: https://h.example/v1}]", "/jobs", "");
    add("b.yaml", "[{url: https://h.example/v2/}]", "/jobs", "");
    add("c.yaml", "[{url: https://other.example}]", "/v2/jobs", "");

    assertThat(urls())
        .containsExactly(
            "contract https://h.example https://other.example", "GET /v1/jobs", "GET /v2/jobs");
    assertThat(findings)
        .contains(
            "found the base path of https://h.example/v1 here and https://h.example/v2 at"
                + " pages/b.yaml:");
  }

  @Test
  void keepsBasePathOfAllDocumentsInServers() throws IOException {
    add("a.yaml", "[{url: https://h.example/v1}]", "/jobs", "");
    add("b.yaml", "[{url: https://k.example/v1}, {url: /v1}]", "/jobs", "");

    assertThat(urls())
        .containsExactly("contract https://h.example/v1 https://k.example/v1", "GET /jobs");
  }

  @Test
  void movesBasePathWithoutHostIntoPaths() throws IOException {
    add("a.yaml", "[{url: /v1}]", "/jobs", "");
    add("b.yaml", "[{url: 'http://localhost:8080/v1'}]", "/files", "");

    assertThat(urls()).containsExactly("contract", "GET /v1/jobs", "GET /v1/files");
    assertThat(findings).contains("Left the host open, kept the base path /v1");
  }

  @Test
  void readsDocumentsWithoutServersAsHavingNoBasePath() throws IOException {
    add("a.yaml", "[{url: https://h.example/v1}]", "/jobs/{id}", "");
    add("b.yaml", "[]", "/v1/jobs/{job_id}", "");

    assertThat(urls()).containsExactly("contract https://h.example", "GET /v1/jobs/{id}");
  }

  @Test
  void movesBasePathsWhenEqualPathsAreDifferentOperations() throws IOException {
    add("a.yaml", "[{url: https://h.example/v1}]", "/jobs", "");
    add(
        "b.yaml",
        "[{url: https://h.example/v1}]",
        "/jobs",
        "servers: [{url: https://h.example/v2}]");

    assertThat(urls())
        .containsExactly("contract https://h.example", "GET /v1/jobs", "GET /v2/jobs");
  }

  @Test
  void reportsServersOfOneListWithSeveralBasePaths() throws IOException {
    add("a.yaml", "[{url: https://h.example/v1}, {url: https://t.example/test}]", "/jobs", "");

    assertThat(urls())
        .containsExactly("contract https://h.example/v1 https://t.example/test", "GET /jobs");
    assertThat(findings)
        .contains(
            "expected servers with one base path, found https://h.example/v1 and"
                + " https://t.example/test. Kept both");
  }

  @Test
  void leavesOutServersWithAnotherBasePathThanThePaths() throws IOException {
    add("a.yaml", "[{url: https://h.example/v1}, {url: https://t.example/test}]", "/jobs", "");
    add("b.yaml", "[{url: https://h.example}]", "/files", "");

    assertThat(urls()).containsExactly("contract https://h.example", "GET /v1/jobs", "GET /files");
    assertThat(findings).contains("Left out the server https://t.example/test");
  }

  @Test
  void replacesVariablesByTheirDefaults() throws IOException {
    add(
        "a.yaml",
        "[{url: 'https://{region}.h.example:{port}/{base}', variables: {region: {default: eu, enum:"
            + " [eu, us, \"x'y\"]}, port: {default: 8443}, base: {default: api}, unused: {default:"
            + " 1}}}]",
        "/jobs",
        "");

    assertThat(urls()).containsExactly("contract https://eu.h.example:8443/api", "GET /jobs");
    assertThat(contract().path("servers").path(0).path("description").asText())
        .isEqualTo("region is eu here, and elsewhere us");
    assertThat(findings).contains("the variable unused, which the server URL does not contain");
  }

  @Test
  void namesVariablesWithoutDefault() throws IOException {
    add(
        "a.yaml",
        "[{url: 'https://{region}.h.example/v1', variables: {region: {enum: [eu]}}}]",
        "/jobs",
        "");
    add("b.yaml", "[{url: 'https://{zone}.h.example/v1'}]", "/files", "");

    assertThat(urls())
        .containsExactly("contract https://eu.h.example/v1", "GET /jobs", "GET /files");
    assertThat(findings)
        .contains("expected a default for the variable region of", "Took its first value, eu")
        .contains("expected a default for the variable zone of", "Left the host open");
  }

  @Test
  void removesServersWhoseVariablesMakeNoUrl() throws IOException {
    add(
        "a.yaml",
        "[{url: 'https://h.example/{base}', variables: {base: {default: \"a'b\"}}}]",
        "/jobs",
        "");

    assertThat(urls()).containsExactly("contract", "GET /jobs");
    assertThat(findings).contains("Removed the server");
  }

  private void add(String name, String servers, String path, String operation) throws IOException {
    String yaml =
        """
        openapi: 3.0.3
        info: {title: T, version: '1'}
        servers: %s
        paths:
          %s:
            get:
              %s
              responses: {'200': {description: fine}}
        """;
    TestPages.in(folder).addFile("pages/" + name, yaml.formatted(servers, path, operation));
  }

  private JsonNode contract() throws IOException {
    return TestPages.in(folder).contract();
  }

  /** Returns the URLs of the servers of the contract and of each operation. */
  private List<String> urls() throws IOException {
    DerivationResult derived = TestPages.in(folder).derive();
    derived
        .findings()
        .forEach(f -> findings.append(f.severity()).append(' ').append(f).append('\n'));
    JsonNode contract = TestPages.contract(derived);
    List<String> urls = new ArrayList<>(List.of("contract" + urls(contract)));
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      urls.add("GET " + path.getKey() + urls(path.getValue().path("get")));
    }
    return urls;
  }

  private static String urls(JsonNode owner) {
    StringBuilder urls = new StringBuilder();
    owner.path("servers").forEach(server -> urls.append(' ').append(server.path("url").asText()));
    return urls.toString();
  }
}
