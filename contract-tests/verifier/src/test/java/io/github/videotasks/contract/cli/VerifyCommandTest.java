package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chainhub-gork|https://x.example|--provider: expected one of [chainhub-grok,"
            + " chainhub-openai, chainhub-sora, chainhub-veo, jxincm-sora], found 'chainhub-gork'.",
        "chainhub-grok|http://x.example|--url: expected https, or http on loopback, found"
            + " 'http://x.example'",
        "chainhub-grok|https://me:pw@x.example|--url: expected http(s)://host, found"
            + " 'https://…@x.example'.",
        "chainhub-grok|https://x.example?key=s3cr3t|--url: expected http(s)://host, found"
            + " 'https://x.example?…'.",
        "chainhub-grok|ftp://x.example|--url: expected http(s)://host, found 'ftp://x.example'."
      })
  void rejectsInvalidOptions(String provider, String url, String message) {
    assertThat(run("--provider", provider, "--url", url)).isEqualTo(2);

    assertThat(err.toString()).startsWith(message).doesNotContain("s3cr3t", "me:pw");
  }

  @Test
  void requiresNonEmptyTokenVariable() {
    assertThat(run("--provider", "chainhub-grok", "--url", "https://x.example", "--token-env", "K"))
        .isEqualTo(2);

    assertThat(err.toString())
        .startsWith("--token-env: the environment variable K is empty. Set it to the host's key.");
  }

  @Test
  void requiresPactFolder() {
    assertThat(run("--provider", "x", "--url", "https://x.example", "--pacts", "nowhere"))
        .isEqualTo(2);

    assertThat(err.toString()).startsWith("--pacts: expected a folder, found none at nowhere");
  }

  @Test
  void reportsInvalidPactFile() throws IOException {
    Files.writeString(folder.resolve("invalid.json"), "{");

    assertThat(run("--provider", "x", "--url", "https://x.example", "--pacts", folder.toString()))
        .isEqualTo(2);

    assertThat(err.toString()).startsWith("expected a pact file, cannot parse ");
  }

  @Test
  void readsTasksFileAndWritesReport() throws IOException {
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    ContractProvider veo = cases.catalogue().provider("chainhub-veo");
    Path tasks = folder.resolve("tasks.properties");
    Files.writeString(tasks, "waiting=waiting\n");
    Path report = folder.resolve("report");
    try (ReplayServer host = ReplayServer.start(cases.forProvider(veo))) {
      int exit =
          run(
              "--provider",
              veo.id(),
              "--url",
              host.baseUrl().toString(),
              "--tasks",
              tasks.toString(),
              "--report",
              report.toString());

      assertThat(exit).as(err.toString()).isZero();
    }
    assertThat(report.resolve("index.html")).isNotEmptyFile();
    assertThat(report.resolve("index.json")).isNotEmptyFile();
    assertThat(report.resolve("index.md"))
        .content()
        .contains(
            "| waiting | chainhub-veo.md example 1 | Pact verifier on live host 127.0.0.1:"
                + " verified");
  }

  @Test
  void returnsExitCode70ForInternalError() {
    Map<String, String> broken =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, String>> entrySet() {
            throw new AssertionError("a defect");
          }
        };
    String[] args = {
      "verify", "--provider", "chainhub-grok", "--url", "https://h.example", "--token-env", "K"
    };

    assertThat(runWith(broken, args)).isEqualTo(70);

    assertThat(err)
        .hasToString(
            "contract-verifier: an error in the program itself: AssertionError: a defect. Please"
                + " report it with the output of --stacktrace.\n");
    List<String> more = new ArrayList<>(List.of(args));
    more.add("--stacktrace");
    assertThat(runWith(broken, more.toArray(String[]::new))).isEqualTo(70);
    assertThat(err.toString()).contains("\tat " + VerifyCommandTest.class.getName());
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("verify"));
    all.addAll(List.of(args));
    return runWith(Map.of(), all.toArray(String[]::new));
  }

  private int runWith(Map<String, String> environment, String... args) {
    return ContractVerifier.run(
        new PrintWriter(out, true), new PrintWriter(err, true), environment, args);
  }
}
