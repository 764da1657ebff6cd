package io.github.videotasks.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.JavaProcess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the jar serves a recording and prints the command that verifies it. */
class RecordedReplayIT {

  private static final String JAR =
      Path.of("target/contract-verifier.jar").toAbsolutePath().toString();

  @TempDir private Path folder;

  @Test
  void printedCommandVerifiesTheRecording() throws Exception {
    recordGrok();
    Process replay =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR,
                "replay",
                "--port",
                "0",
                "--recorded",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(replay.getInputStream(), UTF_8))) {
      List<String> printed = lines.lines().takeWhile(line -> !line.startsWith("Stop")).toList();

      assertThat(printed).hasSize(2);
      assertThat(printed.get(1))
          .startsWith("contract-verifier verify --provider chainhub-grok --url http://127.0.0.1:")
          .endsWith(" --token-env NAME --task finished=finished");
      String[] command = printed.get(1).replaceFirst("contract-verifier ", "").split(" ", -1);
      assertThat(run(command)).startsWith("Kept: 6 of 12 interactions were tried.\n");
    } finally {
      replay.destroy();
    }
  }

  @Test
  void refusesFolderWithoutRecording() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "a");
    JavaProcess replay =
        JavaProcess.run(folder, Map.of(), List.of("-jar", JAR, "replay", "--recorded", "."));

    assertThat(replay.exitCode()).isEqualTo(2);
    assertThat(replay.stderr())
        .startsWith("expected a recording of 'verify --record', found none in .");
  }

  private void recordGrok() {
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    try (ReplayServer host =
        ReplayServer.start(cases.forProvider(cases.catalogue().provider("chainhub-grok")))) {
      String results =
          run(
              "verify",
              "--provider",
              "chainhub-grok",
              "--url",
              host.baseUrl().toString(),
              "--token-env",
              "NAME",
              "--task",
              "finished=finished:task-47",
              "--record",
              folder.toString());
      assertThat(results).startsWith("Kept: 6 of 12 interactions were tried.\n");
    }
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    ContractVerifier.run(
        new PrintWriter(out, true),
        new PrintWriter(new StringWriter()),
        Map.of("NAME", "sk-key-of-the-test"),
        arguments);
    return out.toString();
  }
}
