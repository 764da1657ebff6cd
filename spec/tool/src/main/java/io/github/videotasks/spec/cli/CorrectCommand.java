package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.edit.ContractEdit;
import io.github.videotasks.spec.edit.CorrectionFileName;
import io.github.videotasks.spec.edit.EditRefusedException;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.output.FileTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command that turns a hand edit of the derived contract into a correction. */
@Command(
    name = "correct",
    description =
        "Turns an edited copy of canonical/openapi.yaml into an Overlay file that yields it.",
    exitCodeList = {
      "0:written, or the file has no edit",
      "1:refused, with the lines; nothing written",
      "2:wrong usage"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CorrectCommand extends ToolCommand {
  private static final long MAX_BYTES = 64L << 20;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "The edited copy of canonical/openapi.yaml.")
  private Path from;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that contains pages/, corrections/, providers.yaml and canonical/.")
  private Path folder;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "edit",
      description = "The topic in the name of the new file, NNN-NAME.overlay.yaml.")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The new file; default: the next free number in corrections/. It is never overwritten.")
  private @Nullable Path out;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "The reason; otherwise the file has a placeholder.")
  private String why;

  @Option(
      names = "--evidence",
      paramLabel = "TEXT",
      description =
          "A place that shows it, such as pages/acme.md:12; may be repeated; otherwise the file has"
              + " a placeholder.")
  private List<String> evidence = List.of();

  @Override
  public Integer call() throws IOException {
    requireSpecFolder(folder);
    requireUsage(Files.isRegularFile(from), "--from: expected a file, found none at " + from);
    requireUsage(
        name.matches("[a-z0-9][a-z0-9-]{0,60}"),
        "--name: expected lowercase letters, digits and dashes, found another name");
    recoverSpecFolder(folder);
    Path target = target();
    DerivationResult derived = Derivation.derive(SourcePaths.of(folder), progress());
    if (printRejections(derived)) {
      err().println("Nothing was written.");
      return ExitCode.SOFTWARE;
    }
    byte[] contract = Objects.requireNonNull(derived.files().get("openapi.yaml"));
    byte[] edited = read();
    if (Arrays.equals(contract, edited)) {
      out().println(from + " is the derived contract: nothing to correct, nothing written.");
      return ExitCode.OK;
    }
    requireAccepted(contract);
    try {
      write(target, overlay(target, contract, edited));
    } catch (EditRefusedException e) {
      e.findings().forEach(finding -> err().println(finding));
      err().println("Nothing was written.");
      return ExitCode.SOFTWARE;
    }
    out().println("Wrote " + target + "; a derivation with it yields " + from + ".");
    if (why.isBlank() || evidence.isEmpty()) {
      out().println("Write its x-why and x-evidence.");
    }
    out().println("To accept: " + CheckCommand.ACCEPT_COMMAND);
    return ExitCode.OK;
  }

  private byte[] overlay(Path target, byte[] contract, byte[] edited) throws IOException {
    ContractEdit.OverlayTexts texts =
        new ContractEdit.OverlayTexts(String.valueOf(target.getFileName()), title(), why, evidence);
    return new ContractEdit(SourcePaths.of(folder), contract, texts)
        .toOverlay(from.toString(), edited);
  }

  private String title() {
    String words = name.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private byte[] read() throws IOException {
    requireUsage(
        Files.size(from) <= MAX_BYTES, "--from: expected a contract, found a file above 64 MiB");
    return Files.readAllBytes(from);
  }

  private Path target() throws IOException {
    Path corrections = folder.resolve("corrections");
    Path target =
        out == null ? corrections.resolve(CorrectionFileName.next(corrections, name)) : out;
    requireFree(target);
    String problem = CorrectionFileName.problem(corrections, String.valueOf(target.getFileName()));
    requireUsage(problem == null, "--out: " + problem);
    return target;
  }

  private static void requireFree(Path target) {
    if (Files.exists(target)) {
      throw new RejectedInputException(
          "output-folder",
          new SourceLocation(target.toString(), 0),
          "expected no file of this name, found one",
          "Choose another name; nothing was written");
    }
  }

  /** An edit of another contract than the derived one would undo what changed since. */
  private void requireAccepted(byte[] contract) throws IOException {
    Path committed = folder.resolve("canonical/openapi.yaml");
    if (Files.isRegularFile(committed)
        && !Files.isSameFile(committed, from)
        && !Arrays.equals(Files.readAllBytes(committed), contract)) {
      throw new RejectedInputException(
          "edit-refused",
          new SourceLocation(committed.toString(), 0),
          "expected the contract that the pages and corrections yield, found another one",
          "Accept it with "
              + CheckCommand.ACCEPT_COMMAND
              + ", or restore it, and repeat the edit on a copy");
    }
  }

  private void write(Path target, byte[] overlay) throws IOException {
    Path parent = Objects.requireNonNull(target.toAbsolutePath().getParent());
    Path root = out == null ? folder : parent;
    try (FileTransaction change = FileTransaction.begin(root, notices())) {
      // Another process may have written it since.
      requireFree(target);
      change.write((out == null ? "corrections/" : "") + target.getFileName(), overlay);
      change.commit();
    }
  }
}
