package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.drift.ContractAcceptance;
import io.github.videotasks.spec.drift.ContractAcceptance.Acceptance;
import io.github.videotasks.spec.drift.DriftDetector;
import io.github.videotasks.spec.drift.VersionCheck;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.output.OutputFolder;
import io.github.videotasks.spec.policy.KnownFindings;
import io.github.videotasks.spec.policy.OpenProblems;
import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command that the build runs: derives in memory and compares with the committed files. */
@Command(
    name = "check",
    description = "Derives the contract and compares it with the committed one; strict.",
    exitCodeList = {
      "0:up to date, or accepted and nothing left to do",
      "1:drifted or refused, and nothing written; or accepted with something left to do",
      "2:wrong usage"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckCommand extends ToolCommand {
  static final String ACCEPT_COMMAND = "mvn -pl spec/tool process-classes -Dspec.accept";

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that contains pages/, corrections/, providers.yaml and canonical/.")
  private Path folder;

  @Option(
      names = "--accept",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description =
          "Writes the derived files instead of comparing, sets the version of the contract and adds"
              + " the entry of CHANGELOG.md.")
  private boolean accept;

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description = "Also writes the contract there, as video-tasks.yaml and video-tasks/.")
  private @Nullable Path export;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Records what a successful check has read and written; the next one derives nothing when"
              + " all of it is unchanged.")
  private @Nullable Path state;

  private boolean complete = true;

  @Override
  public Integer call() throws IOException {
    requireSpecFolder(folder);
    recoverSpecFolder(folder);
    if (state == null || accept) {
      return derive();
    }
    CheckState inputs = new CheckState(state, inputs(), today());
    CheckState all = new CheckState(state, inputsAndExport(), today());
    if (all.isRecorded(all.read())) {
      out().println("The contract is up to date: nothing has changed since the last check.");
      return ExitCode.OK;
    }
    String before = inputs.read();
    int exit = derive();
    // Inputs that changed during the check leave no record.
    if (exit == ExitCode.OK && complete && before != null && before.equals(inputs.read())) {
      all.record();
    }
    return exit;
  }

  /** The date matters as soon as a finding is accepted until a date. */
  private String today() throws IOException {
    return KnownFindings.read(folder).isEmpty() ? "" : LocalDate.now(Clock.systemUTC()).toString();
  }

  /** Also the derived files, which somebody may edit or delete. */
  private List<Path> inputs() {
    return Stream.of(
            "pages",
            "corrections",
            "observed",
            "providers.yaml",
            "status-values.yaml",
            "waiting.yaml",
            "known-places.yaml",
            "known-findings.yaml",
            "severities.yaml",
            "canonical",
            "released",
            "CHANGELOG.md")
        .map(folder::resolve)
        .toList();
  }

  private List<Path> inputsAndExport() {
    List<Path> files = new ArrayList<>(inputs());
    if (export != null) {
      files.add(export);
    }
    return files;
  }

  private int derive() throws IOException {
    DerivationResult derived;
    try {
      derived = Derivation.derive(SourcePaths.of(folder), progress());
    } catch (RejectedInputException e) {
      return new CorrectionFailure(folder, err()).print(e);
    }
    if (printRejections(derived)) {
      err().println("Nothing was written.");
      return ExitCode.SOFTWARE;
    }
    printObserved(derived);
    return accept ? accept(derived) : compare(derived);
  }

  private int accept(DerivationResult derived) throws IOException {
    Acceptance acceptance = new ContractAcceptance(folder, notices()).accept(derived);
    int changes = acceptance.changes().size();
    out().println("Accepted " + changes + (changes == 1 ? " change." : " changes."));
    acceptance.changes().forEach(change -> out().println("  " + change));
    acceptance.edits().forEach(edit -> out().println(edit));
    acceptance.remaining().forEach(this::printRemaining);
    openProblems(acceptance.derived()).forEach(this::printRemaining);
    export(acceptance.derived());
    return complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private int compare(DerivationResult derived) throws IOException {
    List<String> problems = openProblems(derived);
    problems.forEach(problem -> err().println(problem + "."));
    OutputFolder canonical = new OutputFolder(folder.resolve("canonical"), notices());
    List<Change> changes = new DriftDetector(canonical).detect(derived);
    if (!changes.isEmpty()) {
      err().println("The derived contract differs from the committed one:");
      changes.forEach(change -> err().println("  " + change));
      err().println("To accept: " + ACCEPT_COMMAND);
      return ExitCode.SOFTWARE;
    }
    String unversioned = new VersionCheck(folder).findProblem(contract(derived));
    if (unversioned != null) {
      err().println(unversioned);
      return ExitCode.SOFTWARE;
    }
    if (!problems.isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    out().println(CheckedContract.describe(folder, derived));
    export(derived);
    return ExitCode.OK;
  }

  /** What a recording shows is evidence that no page documents. */
  private void printObserved(DerivationResult derived) {
    derived.findings().stream()
        .filter(finding -> finding.rule().equals("observed-example"))
        .forEach(
            finding -> out().println("Observed, not documented: " + finding.location().file()));
  }

  private List<String> openProblems(DerivationResult derived) throws IOException {
    return new OpenProblems(folder, Clock.systemUTC()).find(derived);
  }

  private static byte[] contract(DerivationResult derived) {
    return Objects.requireNonNull(derived.files().get("openapi.yaml"));
  }

  private void export(DerivationResult derived) throws IOException {
    if (export != null) {
      export(derived.files(), contract(derived), export);
    }
  }

  private void export(SortedMap<String, byte[]> derived, byte[] contract, Path to)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    derived.forEach((name, content) -> files.put("video-tasks/" + name, content));
    files.put("video-tasks/" + Sha256Sums.FILE_NAME, Sha256Sums.of(derived));
    files.put("video-tasks.yaml", contract);
    for (String kept : new OutputFolder(to, notices()).overwrite(files)) {
      // The build packs this folder.
      if (kept.startsWith("video-tasks/")) {
        printRemaining(ContractAcceptance.keptFile(to + "/" + kept));
      }
    }
  }

  /** Prints what a person has to do; the check would report it as a difference. */
  private void printRemaining(String line) {
    complete = false;
    out().println("Not complete yet. " + line + ".");
  }
}
