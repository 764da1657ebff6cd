package io.github.videotasks.contract.crosscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Pact's command line in Rust, a second implementation of Pact's matching rules and of a broker
 * client.
 *
 * @param packages contain the command line
 */
record RustPact(NodePackages packages) {

  private static final String SCRIPTS = "@pact-foundation/pact-cli/bin/";

  /** In minutes: much more than a command needs, also on a busy machine. */
  private static final int TIMEOUT_MINUTES = 5;

  /** Result of a command: its exit code and its output. */
  record CommandResult(int exitCode, String output) {}

  /**
   * Verifies a provider against a pact.
   *
   * @return the mismatches of each interaction by its description; no mismatch means verified
   */
  Map<String, List<String>> verify(Path pact, String provider, URI host, URI stateChangeUrl)
      throws IOException, InterruptedException {
    Path report = packages.folder().resolve("rust-" + pact.getFileName());
    Files.deleteIfExists(report);
    CommandResult run =
        run(
            "pact-verifier.js",
            List.of(
                "--file=" + pact,
                "--provider-name=" + provider,
                "--hostname=" + host.getHost(),
                "--port=" + host.getPort(),
                "--state-change-url=" + stateChangeUrl,
                "--json=" + report,
                "--no-colour"));
    if (!Files.exists(report)) {
      throw new IOException("expected a report of pact-verifier, found: " + run.output());
    }
    return readReport(new JsonMapper().readTree(report.toFile()));
  }

  /** Runs a command of the broker client. */
  CommandResult broker(List<String> arguments) throws IOException, InterruptedException {
    return run("pact-broker.js", arguments);
  }

  /** Runs the verifier. */
  CommandResult verifier(List<String> arguments) throws IOException, InterruptedException {
    return run("pact-verifier.js", arguments);
  }

  private CommandResult run(String script, List<String> arguments)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(packages.folder(), "rust", ".log");
    Process process = packages.start(log, SCRIPTS + script, arguments);
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException(
          "expected %s to exit, found: %s".formatted(script, Files.readString(log)));
    }
    return new CommandResult(process.exitValue(), Files.readString(log));
  }

  private static Map<String, List<String>> readReport(JsonNode report) {
    Map<String, List<String>> mismatches = new TreeMap<>();
    for (JsonNode result : report.path("interactionResults")) {
      String interaction = result.path("description").asText();
      List<String> found = mismatches.computeIfAbsent(interaction, name -> new ArrayList<>());
      if (!result.path("result").asText().equals("OK")) {
        found.addAll(mismatchesOf(interaction, report.path("errors")));
      }
    }
    return mismatches;
  }

  private static List<String> mismatchesOf(String interaction, JsonNode errors) {
    List<String> found = new ArrayList<>();
    for (JsonNode error : errors) {
      if (error.path("interaction").asText().endsWith(" - " + interaction)) {
        error
            .path("mismatch")
            .path("mismatches")
            .forEach(
                mismatch ->
                    found.add(
                        mismatch.path("path").asText()
                            + ": "
                            + mismatch.path("mismatch").asText()));
      }
    }
    return found.isEmpty() ? List.of("refused without a mismatch") : found;
  }
}
