package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.EndlessHost;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the action for GitHub with the jar, as a pipeline runs it. */
class GatewayActionIT {

  private static final String PROVIDER = "chainhub-grok";

  @TempDir private Path folder;

  /** The table of what a pipeline sees; the columns of JUnit: tests, failures, errors, skipped. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # host     | exit code | headline | JUnit XML | SARIF | annotations | index.json, broken
          keeps      | 0 | Kept: 10 of 12 interactions were tried. | 12 0 0 2 | '' | '' | No check failed. 10 of 12 contracts were tried. 0
          half-tried | 4 | Kept: 6 of 12 interactions were tried. | 12 0 0 6 | '' | '' | No check failed. 6 of 12 contracts were tried. 0
          broken     | 1 | Broken: 6 of 6 interactions that were tried. | 12 6 0 6 | 6 contract-broken | 6 error | 6 of 12 contracts are broken, or their host is unreachable. 4
          closed     | 3 | Nothing was tried. | 12 0 6 6 | 6 host-unreachable | 6 warning | 6 of 12 contracts are broken, or their host is unreachable. 3
          endless    | 3 | Nothing was tried. | 12 0 6 6 | 6 host-unreachable | 6 warning | 6 of 12 contracts are broken, or their host is unreachable. 3
          """)
  void writesOutputsOfPipeline(
      String host,
      int exitCode,
      String headline,
      String junit,
      String sarif,
      String annotations,
      String report)
      throws Exception {
    GatewayActionResult result = runAgainst(host);

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.stepOutput()).isEqualTo("exit-code=" + exitCode + "\n");
    assertThat(List.of(result.headline(), result.summaryHeadline())).containsOnly(headline);
    assertThat(result.junit()).isEqualTo(junit);
    assertThat(result.sarif()).isEqualTo(sarif);
    assertThat(result.annotations()).isEqualTo(annotations);
    assertThat(result.report()).isEqualTo(report);
    assertThat(result.reportFiles())
        .containsExactly(
            "contracts.sarif",
            "index.html",
            "index.json",
            "index.md",
            "index.schema.json",
            "junit.xml");
  }

  private GatewayActionResult runAgainst(String host) throws Exception {
    return switch (host) {
      case "keeps" -> runReplay("waiting=waiting\nfinished=finished\nfailed=failed\n");
      case "half-tried" -> runReplay("waiting=waiting");
      case "broken" -> runBroken();
      case "closed" -> run(closedUrl(), "waiting=t1");
      default -> runEndless();
    };
  }

  @Test
  void inputIsNeverCommand() throws Exception {
    Path created = folder.resolve("created");
    GatewayActionResult result =
        run(closedUrl(), "waiting=$(touch " + created + ")`touch " + created + "`");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(created).doesNotExist();
  }

  private GatewayActionResult runReplay(String tasks) throws Exception {
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    try (ReplayServer host =
        ReplayServer.start(cases.forProvider(cases.catalogue().provider(PROVIDER)))) {
      return run(host.baseUrl().toString(), tasks);
    }
  }

  private GatewayActionResult runBroken() throws Exception {
    try (StubProviderServer host = new StubProviderServer()) {
      String url = host.respondWith(ProviderResponse.json(200, "{\"status\":7}")).toString();
      return run(url, "waiting=t1");
    }
  }

  private GatewayActionResult runEndless() throws Exception {
    String start = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[";
    try (EndlessHost host = EndlessHost.sending(start, "1,")) {
      return run(host.url().toString(), "waiting=t1");
    }
  }

  private static String closedUrl() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + closed.getLocalPort();
    }
  }

  private GatewayActionResult run(String url, String tasks) throws Exception {
    Path script =
        RepositoryLayout.find().root().resolve(".github/actions/verify-gateway/verify.sh");
    ProcessBuilder builder =
        new ProcessBuilder("bash", script.toAbsolutePath().toString())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    builder.environment().putAll(environment(url, tasks));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      assumeTrue(false, "not run: no bash on the PATH");
      throw e;
    }
    return new GatewayActionResult(process.waitFor(), folder);
  }

  private Map<String, String> environment(String url, String tasks) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("JAR", Path.of("target/contract-verifier.jar").toAbsolutePath().toString());
    variables.put("PROVIDER", PROVIDER);
    variables.put("URL", url);
    variables.put("GATEWAY_KEY", "key");
    variables.put("TASKS", tasks);
    variables.put("REQUIRE", "waiting,finished");
    variables.put("REPORT", folder.resolve("report").toString());
    variables.put("GITHUB_ACTIONS", "true");
    variables.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    variables.put("GITHUB_OUTPUT", folder.resolve("outputs").toString());
    variables.put(
        "PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
    return variables;
  }
}
