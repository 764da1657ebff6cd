package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.testkit.JavaProcess;
import io.github.videotasks.contract.testkit.JdkHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command of the jar in a folder outside the checkout. */
class ReplayCommandIT {

  private static final String JAR =
      Path.of("target/contract-verifier.jar").toAbsolutePath().toString();

  @TempDir private Path folder;

  @Test
  void servesProvidersUntilInterrupted() throws Exception {
    Process replay = start();
    try {
      List<String> providers = served(replay);

      assertThat(providers).hasSize(5).first().asString().startsWith("chainhub-grok: GET http://");
      String url = providers.get(0).replaceFirst(".*GET ", "") + "?id=finished";
      assertThat(JdkHttp.get(URI.create(url)).body()).contains("\"completed\"");
      String host = url.replaceFirst("(http://[^/]+).*", "$1");
      StringWriter out = new StringWriter();
      String states = host + "/_pact/provider-states";
      int exitCode = verify(out, "chainhub-grok", "--url", host, "--state-url", states);
      assertThat(out.toString()).startsWith("Kept: 12 of 12 interactions were tried.\n");
      assertThat(exitCode).isZero();
    } finally {
      replay.destroy();
    }
    assertThat(replay.waitFor()).isNotEqualTo(70);
  }

  @Test
  void servesFilesInsteadOfExpiredOnes() throws Exception {
    Process replay = start("--provider", "chainhub-grok", "--files");
    try {
      URI task = URI.create(served(replay).get(0).replaceFirst(".*GET ", "") + "?id=finished");
      String video =
          JdkHttp.get(task).body().replaceFirst("(?s).*\"(http://[^\"]+\\.mp4)\".*", "$1");

      assertThat(video).startsWith("http://127.0.0.1:").doesNotContain(task.getAuthority());
      assertThat(JdkHttp.get(URI.create(video)).body()).hasSize(10_000).contains("ftypisom");
    } finally {
      replay.destroy();
    }
  }

  private Process start(String... options) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-jar", JAR, "replay", "--port", "0"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private static List<String> served(Process replay) {
    return new BufferedReader(
            new InputStreamReader(replay.getInputStream(), StandardCharsets.UTF_8))
        .lines()
        .takeWhile(line -> !line.startsWith("Stop"))
        .toList();
  }

  private static int verify(StringWriter out, String provider, String... options) {
    List<String> arguments = new ArrayList<>(List.of("verify", "--provider", provider));
    arguments.addAll(List.of(options));
    return ContractVerifier.run(
        new PrintWriter(out, true),
        new PrintWriter(new StringWriter()),
        Map.of(),
        arguments.toArray(String[]::new));
  }

  @Test
  void refusesUnknownProvider() throws Exception {
    JavaProcess replay =
        JavaProcess.run(folder, Map.of(), List.of("-jar", JAR, "replay", "--provider", "grok"));

    assertThat(replay.exitCode()).isEqualTo(2);
    assertThat(replay.stderr()).startsWith("--provider: expected all or one of [chainhub-grok, ");
  }
}
