package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.attention.AttentionTables;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import io.github.videotasks.spec.git.GitException;
import io.github.videotasks.spec.policy.ReviewPolicy;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.review.ReviewFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
  private static final String CHANGELOG = "changelog";

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description =
          "The old contract: openapi.yaml, or a folder of derived files; also of a Git revision:"
              + " main:spec/canonical.")
  private String before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The new contract, in the same form.")
  private String after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json, markdown, html, github, sarif, junit, or changelog (an entry of"
              + " CHANGELOG.md); default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--severities",
      paramLabel = "FILE",
      description =
          "The severities of classes of changes; default: severities.yaml beside the folder of NEW,"
              + " if there is one.")
  private @Nullable Path severities;

  @Override
  public Integer call() throws IOException {
    requireUsage(
        severities == null || Files.isRegularFile(severities),
        "--severities: expected a file, found none at " + severities);
    ContractInput oldInput = input(before);
    ContractInput newInput = input(after);
    try {
      return compare(oldInput.read(notices()), newInput.read(notices()), newInput.moduleFolder());
    } catch (GitException e) {
      // One line, and not the code for a breaking change.
      err().println(e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private ContractInput input(String argument) {
    ContractInput input = new ContractInput(argument);
    requireUsage(input.isValid(), "expected a file or folder, found none at " + argument);
    return input;
  }

  private int compare(Map<String, byte[]> old, Map<String, byte[]> now, String moduleFolder)
      throws IOException {
    ReviewPolicy policy =
        severities == null
            ? ReviewPolicy.read(Path.of(moduleFolder), Clock.systemUTC())
            : ReviewPolicy.ofSeverities(severities);
    Review review =
        policy.apply(Review.of(changes(old, now), old, now).withPageFolder(moduleFolder));
    out().print(report(review, old, now));
    out().flush();
    return review.hasErrors() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private static List<Change> changes(Map<String, byte[]> old, Map<String, byte[]> now) {
    // A single file has no examples to compare with.
    return old.size() == 1 || now.size() == 1
        ? DerivedFilesDiff.between(
            contractOnly(old),
            contractOnly(now),
            AttentionTables.of(now).orElse(AttentionTables.of(old)))
        : DerivedFilesDiff.between(old, now);
  }

  private static Map<String, byte[]> contractOnly(Map<String, byte[]> files) {
    return Map.of("openapi.yaml", contract(files));
  }

  private String report(Review review, Map<String, byte[]> old, Map<String, byte[]> now) {
    if (format.equals(CHANGELOG)) {
      return ChangelogEntry.between(contract(old), contract(now)).toMarkdown();
    }
    ReviewFormat named = ReviewFormat.named(format);
    if (named == null) {
      throw usageError(
          "--format: expected " + ReviewFormat.names() + " or changelog, found " + format);
    }
    return named.render(review);
  }

  private static byte[] contract(Map<String, byte[]> files) {
    return Objects.requireNonNull(files.get("openapi.yaml"));
  }
}
