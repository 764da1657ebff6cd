package io.github.videotasks.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.cli.ContractVerifier;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.spec.cli.SpecTool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** spec-tool compares the recording of a run with the contract. */
class ObservedRecordingTest {

  private static final RepositoryLayout LAYOUT = RepositoryLayout.find();

  @TempDir private Path folder;

  @Test
  void specToolReadsEveryLine() {
    ContractCases cases = ContractCases.read(LAYOUT);
    StringWriter observed = new StringWriter();
    try (ReplayServer host =
        ReplayServer.start(cases.forProvider(cases.catalogue().provider("chainhub-grok")))) {
      record(host.baseUrl());
      SpecTool.run(
          new PrintWriter(observed),
          new PrintWriter(observed),
          "observe",
          "--spec",
          LAYOUT.spec().toString(),
          "--host",
          host.baseUrl().getAuthority(),
          folder.resolve("chainhub-grok.ndjson").toString());
    }

    assertThat(observed).hasToString("4 records read, 4 compared, 0 of other hosts.\nNo drift.\n");
  }

  private void record(URI host) {
    StringWriter errors = new StringWriter();
    int exit =
        ContractVerifier.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(errors, true),
            Map.of(),
            "verify",
            "--provider",
            "chainhub-grok",
            "--pacts",
            LAYOUT.pacts().toString(),
            "--url",
            host.toString(),
            "--task",
            "finished=finished:task-47",
            "--record",
            folder.toString());
    assertThat(exit).as(errors.toString()).isZero();
  }
}
