package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.ContractProblem.Kind;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a broken contract of the library reads like, from real responses to Pact's verifier. */
class ContractProblemsTest {

  private static final String FINISHED =
      "one of completed, success, succeeded, succeed, finished, done";

  private final RepositoryLayout layout = RepositoryLayout.find();
  private final ContractCases cases = ContractCases.read(layout);
  private final ContractProvider veo = cases.catalogue().provider("chainhub-veo");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "status":"completed" | "state":"completed"     | missing
          "status":"completed" | "status":3              | expected FINISHED, found the number 3
          "status":"completed" | "status":null           | expected FINISHED, found null
          "status":"completed" | "status":"gone"         | expected FINISHED, found the text "gone"
          "status":"completed" | "status":{"a":1}        | expected FINISHED, found an object
          "status":"completed" | "status":["completed"]  | expected FINISHED, found a list of 1
          """)
  void saysWhatIsWrongWithOneField(String before, String after, String difference) {
    assertThat(finished(ProviderResponse.json(200, compactBody().replace(before, after))))
        .map(ContractProblem::line)
        .containsExactly(
            "status: %s (needed to know whether the task waits, runs, has finished or has failed)"
                .formatted(difference.replace("FINISHED", FINISHED)));
  }

  @Test
  void namesMissingFieldWithItsPurposeAndKeepsTheTextOfPact() {
    String renamed = compactBody().replace("\"video_url\"", "\"url\"");

    assertThat(finished(ProviderResponse.json(200, renamed)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.line()).isEqualTo("video_url: missing (needed to find the file)");
              assertThat(it.kind()).isEqualTo(Kind.MISSING);
              assertThat(it.original())
                  .isEqualTo("Actual map is missing the following keys: video_url");
            });
  }

  @Test
  void reportsErrorPageByStatusAndContentType() {
    assertThat(finished(new ProviderResponse(500, "text/html", "<h1>500</h1>")))
        .map(ContractProblem::line)
        .containsExactly(
            "HTTP status: expected 200, found 500",
            "header content-type: expected application/json, found text/html");
  }

  @Test
  void reportsBodyThatIsNotJson() {
    assertThat(finished(ProviderResponse.json(200, "{\"id\": ")))
        .singleElement()
        .satisfies(
            it -> assertThat(it.line()).startsWith("body: expected JSON, found Invalid Json"));
  }

  @Test
  void reportsBodyOfAnotherType() {
    assertThat(finished(ProviderResponse.json(200, "[]")))
        .map(ContractProblem::line)
        .containsExactly("body: expected an object, found a list of 0");
  }

  @Test
  void showsNoSecretOfTheResponse() {
    String signed = "\"video_url\":\"ftp://a.example/v.mp4?sig=s3cr3t\"";
    String body = compactBody().replaceFirst("\"video_url\":\"[^\"]*\"", signed);

    assertThat(finished(ProviderResponse.json(200, body)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.line()).startsWith("video_url: expected an http or https URL, found");
              assertThat(it.toString()).doesNotContain("s3cr3t");
            });
  }

  private String compactBody() {
    return cases.forProvider(veo).stream()
        .filter(ContractProblemsTest::isFinished)
        .findFirst()
        .orElseThrow()
        .response()
        .body()
        .replaceAll("\\s*([:,{}\\[\\]])\\s+", "$1");
  }

  private static boolean isFinished(ContractCase row) {
    return row.state().equals("finished");
  }

  /** Verifies the contract of the library with a response for the finished task. */
  private List<ContractProblem> finished(ProviderResponse response) {
    List<ContractCase> changed =
        cases.forProvider(veo).stream()
            .map(row -> isFinished(row) ? row.withResponse(response) : row)
            .toList();
    Path pact = layout.pacts().resolve("video-tasks-client-ext-chainhub-veo.json");
    try (ReplayServer replay = ReplayServer.start(changed)) {
      return new PactVerifier()
          .verify(pact, new ReplayTarget(replay)).stream()
              .filter(outcome -> outcome.state().equals("finished"))
              .flatMap(outcome -> outcome.problems().stream())
              .toList();
    }
  }
}
