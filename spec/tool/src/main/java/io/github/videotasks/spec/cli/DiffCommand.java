package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.diff.ContractReader;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import io.github.videotasks.spec.diff.DiffReportFormat;
import io.github.videotasks.spec.diff.Impact;
import io.github.videotasks.spec.output.FileTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that compares two contracts. */
@Command(
    name = "diff",
    description =
        "Lists the changes between two contracts, whom each change breaks, and the required version"
            + " step.",
    exitCodeList = {"0:nothing breaks", "1:something breaks, or was refused", "2:wrong usage"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DiffCommand extends ToolCommand {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The old contract: openapi.yaml, or a folder of derived files.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The new contract, in the same form.")
  private Path after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json, markdown or changelog (an entry of CHANGELOG.md); default:"
              + " ${DEFAULT-VALUE}.")
  private String format;

  @Override
  public Integer call() throws IOException {
    Map<String, byte[]> old = read(before);
    Map<String, byte[]> now = read(after);
    if (Files.isRegularFile(before) || Files.isRegularFile(after)) {
      // One of the two has no examples to compare with.
      old.keySet().retainAll(List.of("openapi.yaml"));
      now.keySet().retainAll(List.of("openapi.yaml"));
    }
    List<Change> changes = DerivedFilesDiff.between(old, now);
    out().print(report(changes, old, now));
    out().flush();
    boolean breaks = changes.stream().anyMatch(c -> c.impact() == Impact.BREAKING);
    return breaks ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private String report(List<Change> changes, Map<String, byte[]> old, Map<String, byte[]> now) {
    return switch (format) {
      case "text" -> DiffReportFormat.TEXT.render(changes);
      case "json" -> DiffReportFormat.JSON.render(changes);
      case "markdown" -> DiffReportFormat.MARKDOWN.render(changes);
      case "changelog" -> ChangelogEntry.between(contract(old), contract(now)).toMarkdown();
      default ->
          throw usageError("--format: expected text, json, markdown or changelog, found " + format);
    };
  }

  private static byte[] contract(Map<String, byte[]> files) {
    return Objects.requireNonNull(files.get("openapi.yaml"));
  }

  private Map<String, byte[]> read(Path path) throws IOException {
    requireUsage(Files.exists(path), "expected a file or folder, found none at " + path);
    if (Files.isDirectory(path)) {
      FileTransaction.recover(path, notices());
    }
    return ContractReader.read(path);
  }
}
