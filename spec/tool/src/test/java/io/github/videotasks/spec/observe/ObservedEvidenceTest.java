package io.github.videotasks.spec.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded responses as evidence of the contract. */
class ObservedEvidenceTest {
  private static final String SHORT = "{\"id\":\"a\",\"status\":\"done\",\"fresh\":\"CANARY cat\"}";
  private static final String LONG =
      "{\"id\":\"a\",\"status\":\"done\",\"fresh\":\"CANARY\",\"prompt\":\"CANARY\"}";

  @TempDir Path folder;
  private ObservedTraffic traffic;

  @BeforeEach
  void copySpec() throws IOException {
    traffic = new ObservedTraffic(folder);
  }

  private List<Path> observedFiles() throws IOException {
    Path observed = traffic.spec().resolve("observed");
    if (!Files.exists(observed)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(observed)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private String canonical(String file) throws IOException {
    return Files.readString(traffic.spec().resolve("canonical").resolve(file));
  }

  @Test
  void writesShortestExampleOfEachDrift() throws IOException {
    traffic
        .add(200, LONG)
        .add(200, SHORT)
        .add(200, SHORT)
        .add(200, "{\"id\":\"a\",\"status\":\"done\"}");

    assertThat(traffic.observe("--as=jxincm-sora")).isEqualTo(1);
    assertThat(observedFiles()).hasSize(1);
    assertThat(observedFiles().get(0))
        .hasFileName("queryVideoTask-200-d12dcffa.json")
        .content()
        .isEqualTo(
            """
            {
              "origin": "observed",
              "method": "GET",
              "path": "/v1/video/query",
              "status": 200,
              "mediaType": "application/json",
              "shows": [
                "field: GET /v1/video/query 200 $.fresh: expected a declared field, found string"
              ],
              "body": {
                "id": "id-2",
                "status": "done",
                "fresh": "masked"
              }
            }
            """);
    assertThat(traffic.observe("--as=jxincm-sora")).isEqualTo(1);
    assertThat(traffic.err()).isEmpty();
  }

  @Test
  void countsAsEvidenceAndIsNamedObserved() throws IOException {
    traffic.add(200, SHORT).observe("--as=jxincm-sora");

    assertThat(traffic.check()).isEqualTo(1);
    assertThat(traffic.out())
        .startsWith("Observed, not documented: observed/jxincm-sora/queryVideoTask-200-");
    assertThat(traffic.err())
        .contains("compatible: VideoTask.fresh: optional field added: (nothing) -> string\n");
    assertThat(traffic.check("--accept")).isZero();
    assertThat(canonical("evidence.tsv"))
        .contains(
            "\n"
                + "VideoTask.fresh\tstring\toptional\tjxincm-sora\t\tjxincm-sora/observed-1\tstring"
                + " 1\t\t\n");
    assertThat(canonical("FINDINGS.md"))
        .contains(
            "| `observed-example` | found a recorded response of GET /v1/video/query 200, which no"
                + " page shows | Added as evidence |");
    assertThat(canonical("openapi.yaml"))
        .contains("    jxincm-sora-observed-1-done:\n      summary: jxincm-sora, observed, done\n")
        .contains("      x-origin: observed\n");
    assertThat(canonical("examples/index.json")).contains("\"observed\": [");
    assertThat(traffic.observe()).isZero();
    assertThat(traffic.check()).isZero();
  }

  @Test
  void changesNothingWithoutFiles() throws IOException {
    Files.createDirectories(traffic.spec().resolve("observed"));

    assertThat(traffic.check()).isZero();
    assertThat(traffic.out()).doesNotContain("Observed");
  }

  @Test
  void keepsWhatPagesRequire() throws IOException {
    traffic.add(200, SHORT).observe("--as=jxincm-sora");
    traffic.check("--accept");

    assertThat(canonical("evidence.tsv")).contains("\nVideoTask.status\tstring\trequired\t");
  }

  @Test
  void addsResponsesThatNoPageDeclares() throws IOException {
    traffic.add(429, "{\"oops\":{\"retry\":5}}").observe("--as=jxincm-sora");

    assertThat(traffic.check("--accept")).isZero();
    assertThat(canonical("openapi.yaml")).contains("        \"429\":\n");
    assertThat(traffic.observe()).isZero();
  }

  @Test
  void writesNoExampleWithMaskedStatus() throws IOException {
    traffic.add(200, "{\"id\":\"a\",\"status\":\"a CANARY\",\"fresh\":1}");

    assertThat(traffic.observe("--as=jxincm-sora")).isEqualTo(1);
    assertThat(traffic.out()).contains("$.status: expected a known status value, found 'masked'\n");
    assertThat(observedFiles()).isEmpty();
  }

  @Test
  void writesNoExampleOfAnotherProvider() throws IOException {
    traffic.add("https://api.chainhub.tech/v1/video/query?id=1", 200, SHORT);

    assertThat(traffic.observe("--as=jxincm-sora")).isEqualTo(2);
    assertThat(traffic.out())
        .isEqualTo(
            """
            1 record read, 0 compared, 1 of other hosts.
            Nothing was compared: expected a record of a host of providers.yaml, found none. Name the host: --host HOST
            """);
    assertThat(traffic.observe("--as=chainhub-openai")).isEqualTo(1);
    assertThat(traffic.out())
        .contains("a.ndjson:1: no example: the provider's page does not have the operation\n");
    assertThat(observedFiles()).isEmpty();
  }

  @Test
  void refusesFilesThatAreNotRecordings() throws IOException {
    Path observed = Files.createDirectories(traffic.spec().resolve("observed/jxincm-sora"));
    Files.writeString(observed.resolve("a.json"), "{\"body\":{}}");
    Path unknown = Files.createDirectories(traffic.spec().resolve("observed/nobody"));
    Files.writeString(unknown.resolve("a.json"), "{}");

    assertThat(traffic.check()).isEqualTo(1);
    assertThat(traffic.err())
        .isEqualTo(
            """
            observed/jxincm-sora/a.json:1: [observed-file] expected origin (observed), method, path, status and body, found others. Write the file with spec-tool observe --as PROVIDER, or delete it.
            observed/nobody/a.json: [observed-file] expected a file PROVIDER/NAME.json of a provider with a page, found another. Write the file with spec-tool observe --as PROVIDER, or delete it.
            Nothing was written.
            """);
  }
}
