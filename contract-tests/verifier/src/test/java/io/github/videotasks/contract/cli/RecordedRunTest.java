package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.recording.RecordedCases;
import io.github.videotasks.contract.recording.RecordingFolder;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.RequestVariant;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A run is recorded, the recording is replayed, and the replay has the results of the run. */
class RecordedRunTest {

  private static final ContractCases CASES = ContractCases.read(RepositoryLayout.find());
  private static final String KEY = "sk-Canary0123456789";

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  static Stream<String> providers() {
    return CASES.catalogue().providers().stream().map(ContractProvider::id);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void replayOfTheRecordingHasTheSameResults(String id) throws IOException {
    List<ContractCase> cases = CASES.forProvider(CASES.catalogue().provider(id));

    String recorded = verify(id, cases, "--record", folder.toString());

    assertThat(recorded).startsWith("exit code 0\nKept: ");
    assertThat(verify(id, recordedCases(id))).isEqualTo(recorded);
    assertThat(folder.resolve(id + ".ndjson")).content().doesNotContainIgnoringCase("canary");
  }

  /** How a provider breaks its contract: each response is changed. */
  private record Break(String name, UnaryOperator<ProviderResponse> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Break body(String name, String regex, String replacement) {
    return new Break(
        name,
        it ->
            new ProviderResponse(
                it.status(), it.contentType(), it.body().replaceAll(regex, replacement)));
  }

  static final List<Break> BREAKS =
      List.of(
          body("status is a number", "(\"status\"\\s*:\\s*)\"[a-z_]+\"", "$11"),
          body("status is not known", "(\"status\"\\s*:\\s*)\"[a-z_]+\"", "$1\"Is being made\""),
          body("URL of another scheme", "https://", "s3://"),
          body("URL without a host", "https://[a-z.0-9-]+", ""),
          body("seconds instead of milliseconds", "(\\d{10})\\d{3}", "$1"),
          body("property is missing", "\"id\"\\s*:", "\"identifier\":"),
          body("id is a number", "(\"id\"\\s*:\\s*)\"[^\"]+\"", "$147"),
          body("list instead of an object", "(?s)^.*$", "[]"),
          body("text instead of an object", "(?s)^.*$", "\"busy\""),
          body("no body", "(?s)^.*$", ""),
          new Break("page", it -> new ProviderResponse(502, "text/html", "<html>Bad Gateway")),
          new Break("type", it -> new ProviderResponse(200, "text/plain", it.body())),
          new Break("status", it -> new ProviderResponse(500, it.contentType(), it.body())));

  @ParameterizedTest
  @FieldSource("BREAKS")
  void replayOfABrokenProviderHasTheSameResults(Break broken) throws IOException {
    String id = "chainhub-sora";
    List<ContractCase> cases =
        CASES.forProvider(CASES.catalogue().provider(id)).stream()
            .map(row -> row.withResponse(broken.change().apply(row.response())))
            .toList();

    String recorded = verify(id, cases, "--record", folder.toString());

    assertThat(recorded).contains("exit code 1", "FAILED");
    assertThat(verify(id, recordedCases(id))).isEqualTo(recorded);
  }

  /** The two clients request a task one after the other, and it may advance in between. */
  @Test
  void replaysTheResponsesOfAStateInTheirOrder() throws IOException {
    String id = "chainhub-grok";
    ContractProvider grok = CASES.catalogue().provider(id);
    List<ContractCase> cases = new ArrayList<>(CASES.forProvider(grok));
    ContractCase waiting =
        cases.stream().filter(row -> row.state().equals("waiting")).findFirst().orElseThrow();
    cases.add(
        cases.indexOf(waiting) + 1, waiting.withResponse(ProviderResponse.json(200, "{\"id\":1}")));

    String recorded = verify(id, cases, "--record", folder.toString());

    assertThat(recorded).containsPattern("waiting +verified +FAILED");
    assertThat(verify(id, recordedCases(id))).isEqualTo(recorded);
  }

  @Test
  void stateThatWasNotRecordedKeepsNoContract() throws IOException {
    String id = "chainhub-grok";
    ContractProvider grok = CASES.catalogue().provider(id);
    try (ReplayServer host = ReplayServer.start(CASES.forProvider(grok))) {
      run(new StringWriter(), id, host.baseUrl(), Map.of(), "--record", folder.toString());
    }

    assertThat(recordedCases(id))
        .filteredOn(row -> row.response().status() != 501)
        .extracting(ContractCase::state)
        .containsOnly("unauthorised");
    assertThat(verify(id, recordedCases(id))).contains("exit code 1", "finished     FAILED");
  }

  @Test
  void refusesFolderOfOthersBeforeTheFirstRequest() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.txt"), "a");
    try (StubProviderServer host = new StubProviderServer()) {
      URI url = host.respondWith(ProviderResponse.json(200, "{}"));

      int exit =
          run(new StringWriter(), "chainhub-grok", url, Map.of(), "--record", folder.toString());

      assertThat(exit).isEqualTo(2);
      assertThat(host.requestCount()).isZero();
    }
    assertThat(err.toString())
        .startsWith("--record: expected an empty folder or one of recordings, found notes.txt in ");
    assertThat(folder).isDirectoryContaining(other::equals);
    assertThat(other).hasContent("a");
  }

  @ParameterizedTest
  @CsvSource({"false, 2, Kept: ", "true, 1, Broken: "})
  void fileThatCannotBeWrittenCostsNoneOfTheOthers(boolean broken, int exitCode, String result)
      throws IOException {
    UnaryOperator<ProviderResponse> change = broken ? BREAKS.get(0).change() : it -> it;
    List<ContractCase> cases =
        CASES.forProvider(CASES.catalogue().provider("chainhub-grok")).stream()
            .map(row -> row.withResponse(change.apply(row.response())))
            .toList();
    Path nowhere = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none/file"));
    Path report = Files.createDirectory(folder.resolve("report"));
    Files.createFile(report.resolve(".report"));
    Path recordings = folder.resolve("recordings");
    Map<String, String> environment = Map.of("GITHUB_STEP_SUMMARY", folder.toString());
    String options =
        "--task waiting=waiting --report %s --junit %s --sarif %s --record %s"
            .formatted(report, nowhere, nowhere, recordings);
    StringWriter out = new StringWriter();
    try (ReplayServer host = ReplayServer.start(cases)) {
      assertThat(run(out, "chainhub-grok", host.baseUrl(), environment, options.split(" ")))
          .isEqualTo(exitCode);
    }

    assertThat(out.toString()).startsWith(result);
    assertThat(recordings.resolve("chainhub-grok.ndjson")).isNotEmptyFile();
    assertThat(err.toString().lines())
        .filteredOn(line -> line.contains(": not written, the other outputs are complete: "))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly("--report", "--junit", "--sarif", "GITHUB_STEP_SUMMARY");
  }

  private List<ContractCase> recordedCases(String id) throws IOException {
    RecordedCases recorded = RecordedCases.read(new RecordingFolder(folder), CASES);
    assertThat(recorded.providers()).extracting(ContractProvider::id).containsExactly(id);
    return recorded.of(recorded.providers().get(0));
  }

  /** Returns the exit code and the results without the problems, which quote masked values. */
  private String verify(String id, List<ContractCase> cases, String... more) throws IOException {
    StringWriter out = new StringWriter();
    List<String> options = new ArrayList<>(List.of(more));
    CASES.forProvider(CASES.catalogue().provider(id)).stream()
        .filter(row -> row.requestVariant() == RequestVariant.USUAL)
        .map(ContractCase::state)
        .filter(state -> !state.equals("rate-limited"))
        // Not the state alone: an id is masked wherever it occurs, also as a status value.
        .forEach(state -> options.addAll(List.of("--task", state + "=" + state + ":task-47")));
    options.addAll(List.of("--token-env", "KEY"));
    try (ReplayServer host = ReplayServer.start(cases)) {
      int exit = run(out, id, host.baseUrl(), Map.of("KEY", KEY), options.toArray(String[]::new));
      int summary = out.toString().indexOf('\n', out.toString().indexOf("\n\n") + 2);
      return "exit code " + exit + "\n" + out.toString().substring(0, summary);
    }
  }

  private int run(
      StringWriter out, String id, URI url, Map<String, String> environment, String... more) {
    Stream<String> options = Stream.of("verify", "--provider", id, "--url", url.toString());
    return ContractVerifier.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        environment,
        Stream.concat(options, Stream.of(more)).toArray(String[]::new));
  }
}
